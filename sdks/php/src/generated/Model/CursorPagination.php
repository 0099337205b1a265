<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Model;

/**
 * The answer to `after` or `limit`.
 *
 * @property-read int $limit Items asked for.
 * @property-read string|null $next_cursor Send it as `after` to get the next items. Null at the end of the list.
 * @property-read bool $has_more Whether more items follow.
 */
class CursorPagination extends Pagination
{
    protected const FIELDS = [
        'limit' => null,
        'next_cursor' => null,
        'has_more' => null,
    ];
}
