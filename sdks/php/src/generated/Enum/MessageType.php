<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Enum;

/**
 * Who wrote the message, or that it is a note for the team.
 *
 * Values of today: answers may hold others, later.
 */
final class MessageType
{
    public const VISITOR = 'visitor';
    public const OPERATOR = 'operator';
    public const BOT = 'bot';
    public const NOTE = 'note';

    /** @var list<string> */
    public const ALL = [
        self::VISITOR,
        self::OPERATOR,
        self::BOT,
        self::NOTE,
    ];
}
