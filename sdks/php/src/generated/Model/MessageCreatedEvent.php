<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Model;

use Orbinto\Event;

/**
 * A new message is sent in a conversation.
 *
 * @property-read string $event Name of the event.
 * @property-read string $timestamp When the event happened.
 * @property-read Message $data A message in a conversation. `type` says who wrote it.
 */
class MessageCreatedEvent extends Event
{
    protected const FIELDS = [
        'event' => null,
        'timestamp' => null,
        'data' => Message::class,
    ];
}
