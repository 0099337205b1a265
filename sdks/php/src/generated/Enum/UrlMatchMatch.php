<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Enum;

/**
 * How to compare.
 *
 * Values of today: answers may hold others, later.
 */
final class UrlMatchMatch
{
    public const EQUALS = 'equals';
    public const STARTS_WITH = 'starts_with';
    public const CONTAINS = 'contains';

    /** @var list<string> */
    public const ALL = [
        self::EQUALS,
        self::STARTS_WITH,
        self::CONTAINS,
    ];
}
