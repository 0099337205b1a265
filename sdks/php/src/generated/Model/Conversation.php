<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Model;

use Orbinto\ApiObject;

/**
 * A chat between a visitor and your team.
 *
 * @property-read string $id Identifies the conversation.
 * @property-read string $status Whether the conversation goes on. {@see \Orbinto\Enum\ConversationStatus}
 * @property-read VisitorReference $visitor The visitor in short. `GET /visitors/{id}` returns the rest.
 * @property-read string|null $assigned_to Id of the operator who takes care of the conversation. Null while it is
 *   unassigned.
 * @property-read string $created_at When the visitor started the conversation.
 * @property-read string $updated_at When the conversation last changed or got a message.
 * @property-read int $messages_count Messages in the conversation, notes included.
 * @property-read string|null $closed_at When the conversation was closed. Absent while it is open.
 * @property-read Rating|null $rating How the visitor rated the completed conversation. Absent until then.
 */
class Conversation extends ApiObject
{
    protected const FIELDS = [
        'id' => null,
        'status' => null,
        'visitor' => VisitorReference::class,
        'assigned_to' => null,
        'created_at' => null,
        'updated_at' => null,
        'messages_count' => null,
        'closed_at' => null,
        'rating' => Rating::class,
    ];
}
