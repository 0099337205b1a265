<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Model;

/**
 * Sends a message to the visitor.
 *
 * @property-read string $id Names the step, unique in the workflow.
 * @property-read string $type A message.
 * @property-read string $text What the visitor reads.
 * @property-read string $next Id of the step that follows.
 */
class MessageStep extends Step
{
    protected const FIELDS = [
        'id' => null,
        'type' => null,
        'text' => null,
        'next' => null,
    ];
}
