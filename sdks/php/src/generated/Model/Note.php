<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Model;

/**
 * Written by an operator for the team. The visitor does not see it.
 *
 * @property-read string $id Identifies the message.
 * @property-read string $conversation_id Id of the conversation the message belongs to.
 * @property-read string $type A note for the team.
 * @property-read string $body The text of the message.
 * @property-read string $operator_id Id of the operator who wrote it.
 * @property-read string $created_at When the message was sent.
 */
class Note extends Message
{
    protected const FIELDS = [
        'id' => null,
        'conversation_id' => null,
        'type' => null,
        'body' => null,
        'operator_id' => null,
        'created_at' => null,
    ];
}
