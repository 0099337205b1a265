<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Enum;

/**
 * Whether the operator is available.
 *
 * Values of today: answers may hold others, later.
 */
final class OperatorStatus
{
    public const ONLINE = 'online';
    public const OFFLINE = 'offline';

    /** @var list<string> */
    public const ALL = [
        self::ONLINE,
        self::OFFLINE,
    ];
}
