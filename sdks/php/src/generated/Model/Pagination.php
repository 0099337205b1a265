<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Model;

use Orbinto\ApiObject;

/**
 * Where this page stands in the list. A request with `after` or `limit` is answered in cursor mode, every other one
 * in page mode.
 *
 * One of PagePagination, CursorPagination. What later versions add is of this class itself.
 *
 * @property-read bool $has_more
 */
class Pagination extends ApiObject
{
    protected const FIELDS = [
        'has_more' => null,
    ];

    protected const UNION = [
        'of' => self::class,
        'fields' => [
            PagePagination::class => ['page', 'per_page', 'total'],
            CursorPagination::class => ['limit', 'next_cursor'],
        ],
    ];
}
