<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Model;

/**
 * Goes one way or the other.
 *
 * @property-read string $id Names the step, unique in the workflow.
 * @property-read string $type A condition.
 * @property-read string $field What to look at, a field of the visitor or a custom attribute of the contact.
 * @property-read string $operator How to compare. {@see \Orbinto\Enum\ConditionStepOperator}
 * @property-read string $value What to compare with.
 * @property-read string $then Id of the step that follows if the condition holds.
 * @property-read string $else Id of the step that follows if it does not.
 */
class ConditionStep extends Step
{
    protected const FIELDS = [
        'id' => null,
        'type' => null,
        'field' => null,
        'operator' => null,
        'value' => null,
        'then' => null,
        'else' => null,
    ];
}
