<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Enum;

/**
 * Only an `active` chatbot is started by its triggers. A `draft` has not been active yet, a `paused` one is off for
 * now.
 *
 * Values of today: answers may hold others, later.
 */
final class ChatbotStatus
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
