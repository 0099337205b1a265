<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Enum;

/**
 * Whether the conversation goes on.
 *
 * Values of today: answers may hold others, later.
 */
final class ConversationStatus
{
    public const OPEN = 'open';
    public const CLOSED = 'closed';

    /** @var list<string> */
    public const ALL = [
        self::OPEN,
        self::CLOSED,
    ];
}
