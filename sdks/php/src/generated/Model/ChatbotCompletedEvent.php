<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Model;

use Orbinto\Event;

/**
 * A chatbot workflow reaches its end state.
 *
 * @property-read string $event Name of the event.
 * @property-read string $timestamp When the event happened.
 * @property-read RunningChatbot $data A chatbot and for whom it is active.
 */
class ChatbotCompletedEvent extends Event
{
    protected const FIELDS = [
        'event' => null,
        'timestamp' => null,
        'data' => RunningChatbot::class,
    ];
}
