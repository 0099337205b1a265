<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Model;

/**
 * Hands the conversation to an operator.
 *
 * @property-read string $id Names the step, unique in the workflow.
 * @property-read string $type An assignment.
 * @property-read string|null $operator_id Id of the operator. Null for whoever is online.
 * @property-read string $next Id of the step that follows.
 */
class AssignStep extends Step
{
    protected const FIELDS = [
        'id' => null,
        'type' => null,
        'operator_id' => null,
        'next' => null,
    ];
}
