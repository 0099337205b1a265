<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Model;

use Orbinto\ApiObject;

/**
 * A chatbot and for whom it is active.
 *
 * @property-read string $id Identifies the chatbot.
 * @property-read string $name What your team calls the chatbot.
 * @property-read string|null $description What it is for.
 * @property-read string $status Only an `active` chatbot is started by its triggers. A `draft` has not been active
 *   yet, a `paused` one is off for now. {@see \Orbinto\Enum\ChatbotStatus}
 * @property-read list<Trigger> $triggers What starts the chatbot. One of them is enough; without any, only your team
 *   starts it.
 * @property-read Workflow $workflow The steps of the chatbot.
 * @property-read string $created_at When the chatbot was created.
 * @property-read string $updated_at When it last changed.
 * @property-read VisitorReference $visitor The visitor in short. `GET /visitors/{id}` returns the rest.
 * @property-read string $conversation_id Id of the conversation in which it is active.
 */
class RunningChatbot extends ApiObject
{
    protected const FIELDS = [
        'id' => null,
        'name' => null,
        'description' => null,
        'status' => null,
        'triggers' => ['list', Trigger::class],
        'workflow' => Workflow::class,
        'created_at' => null,
        'updated_at' => null,
        'visitor' => VisitorReference::class,
        'conversation_id' => null,
    ];
}
