<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Enum;

/**
 * Whether triggers start it at once (`active`) or not yet (`draft`) or not now (`paused`).
 *
 * Values of today: answers may hold others, later.
 */
final class ChatbotCreateStatus
{
    public const DRAFT = 'draft';
    public const ACTIVE = 'active';
    public const PAUSED = 'paused';

    /** @var list<string> */
    public const ALL = [
        self::DRAFT,
        self::ACTIVE,
        self::PAUSED,
    ];
}
