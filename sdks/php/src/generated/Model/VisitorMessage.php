<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Model;

/**
 * Written by the visitor.
 *
 * @property-read string $id Identifies the message.
 * @property-read string $conversation_id Id of the conversation the message belongs to.
 * @property-read string $type A message of the visitor.
 * @property-read string $body The text of the message.
 * @property-read VisitorReference $visitor The visitor in short. `GET /visitors/{id}` returns the rest.
 * @property-read string $created_at When the message was sent.
 */
class VisitorMessage extends Message
{
    protected const FIELDS = [
        'id' => null,
        'conversation_id' => null,
        'type' => null,
        'body' => null,
        'visitor' => VisitorReference::class,
        'created_at' => null,
    ];
}
