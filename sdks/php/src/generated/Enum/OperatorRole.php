<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Enum;

/**
 * What the operator may do in the dashboard.
 *
 * Values of today: answers may hold others, later.
 */
final class OperatorRole
{
    public const OWNER = 'owner';
    public const ADMIN = 'admin';
    public const AGENT = 'agent';

    /** @var list<string> */
    public const ALL = [
        self::OWNER,
        self::ADMIN,
        self::AGENT,
    ];
}
