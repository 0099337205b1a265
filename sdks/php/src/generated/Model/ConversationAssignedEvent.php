<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Model;

use Orbinto\Event;

/**
 * A conversation is assigned to an operator.
 *
 * @property-read string $event Name of the event.
 * @property-read string $timestamp When the event happened.
 * @property-read Conversation $data A chat between a visitor and your team.
 */
class ConversationAssignedEvent extends Event
{
    protected const FIELDS = [
        'event' => null,
        'timestamp' => null,
        'data' => Conversation::class,
    ];
}
