<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Model;

/**
 * Ends the workflow.
 *
 * @property-read string $id Names the step, unique in the workflow.
 * @property-read string $type The end.
 * @property-read bool|null $close_conversation Whether the conversation is closed too.
 */
class EndStep extends Step
{
    protected const FIELDS = [
        'id' => null,
        'type' => null,
        'close_conversation' => null,
    ];
}
