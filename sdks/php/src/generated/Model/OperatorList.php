<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Model;

use Orbinto\Page;

/**
 * A page of operators.
 *
 * @extends Page<Operator>
 * @property-read list<Operator> $data The operators, newest first.
 * @property-read Pagination $pagination Where this page stands in the list. A request with `after` or `limit` is
 *   answered in cursor mode, every other one in page mode.
 */
class OperatorList extends Page
{
    protected const FIELDS = [
        'data' => ['list', Operator::class],
        'pagination' => Pagination::class,
    ];
}
