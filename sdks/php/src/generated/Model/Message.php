<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Model;

use Orbinto\ApiObject;

/**
 * A message in a conversation. `type` says who wrote it.
 *
 * One of VisitorMessage, OperatorMessage, BotMessage, Note. What later versions add is of this class itself.
 *
 * @property-read string $id Identifies the message.
 * @property-read string $conversation_id Id of the conversation the message belongs to.
 * @property-read string $type
 * @property-read string $body The text of the message.
 * @property-read string $created_at When the message was sent.
 */
class Message extends ApiObject
{
    protected const FIELDS = [
        'id' => null,
        'conversation_id' => null,
        'type' => null,
        'body' => null,
        'created_at' => null,
    ];

    protected const UNION = [
        'of' => self::class,
        'by' => 'type',
        'members' => [
            'visitor' => VisitorMessage::class,
            'operator' => OperatorMessage::class,
            'bot' => BotMessage::class,
            'note' => Note::class,
        ],
    ];
}
