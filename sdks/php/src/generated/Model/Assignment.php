<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Model;

use Orbinto\ApiObject;

/**
 * A conversation that is assigned to an operator. It is identified by its conversation.
 *
 * @property-read string $conversation_id Id of the conversation.
 * @property-read string $operator_id Id of the operator.
 * @property-read string $conversation_status Whether the conversation goes on. {@see
 *   \Orbinto\Enum\ConversationStatus}
 * @property-read VisitorReference $visitor The visitor in short. `GET /visitors/{id}` returns the rest.
 * @property-read string $assigned_at When the conversation was assigned.
 */
class Assignment extends ApiObject
{
    protected const FIELDS = [
        'conversation_id' => null,
        'operator_id' => null,
        'conversation_status' => null,
        'visitor' => VisitorReference::class,
        'assigned_at' => null,
    ];
}
