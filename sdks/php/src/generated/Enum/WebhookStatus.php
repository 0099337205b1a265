<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Enum;

/**
 * `failed` after all retries of a delivery have failed, until a later delivery succeeds. A failed webhook keeps
 * receiving events.
 *
 * Values of today: answers may hold others, later.
 */
final class WebhookStatus
{
    public const ACTIVE = 'active';
    public const FAILED = 'failed';

    /** @var list<string> */
    public const ALL = [
        self::ACTIVE,
        self::FAILED,
    ];
}
