<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Model;

/**
 * Sent by a chatbot.
 *
 * @property-read string $id Identifies the message.
 * @property-read string $conversation_id Id of the conversation the message belongs to.
 * @property-read string $type A message of a chatbot.
 * @property-read string $body The text of the message.
 * @property-read string $chatbot_id Id of the chatbot that sent it.
 * @property-read string $created_at When the message was sent.
 */
class BotMessage extends Message
{
    protected const FIELDS = [
        'id' => null,
        'conversation_id' => null,
        'type' => null,
        'body' => null,
        'chatbot_id' => null,
        'created_at' => null,
    ];
}
