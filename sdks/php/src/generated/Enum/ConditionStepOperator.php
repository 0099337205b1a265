<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Enum;

/**
 * How to compare.
 *
 * Values of today: answers may hold others, later.
 */
final class ConditionStepOperator
{
    public const EQUALS = 'equals';
    public const NOT_EQUALS = 'not_equals';
    public const CONTAINS = 'contains';

    /** @var list<string> */
    public const ALL = [
        self::EQUALS,
        self::NOT_EQUALS,
        self::CONTAINS,
    ];
}
