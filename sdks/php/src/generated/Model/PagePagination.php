<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Model;

/**
 * The answer to `page` and `per_page`, or to no page parameter at all.
 *
 * @property-read int $page The number of this page.
 * @property-read int $per_page Items per page.
 * @property-read int $total Records in the whole list.
 * @property-read bool $has_more Whether a next page exists.
 */
class PagePagination extends Pagination
{
    protected const FIELDS = [
        'page' => null,
        'per_page' => null,
        'total' => null,
        'has_more' => null,
    ];
}
