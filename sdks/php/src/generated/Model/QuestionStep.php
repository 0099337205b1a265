<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Model;

/**
 * Asks the visitor and lets them choose an answer.
 *
 * @property-read string $id Names the step, unique in the workflow.
 * @property-read string $type A question.
 * @property-read string $text What the visitor reads.
 * @property-read list<QuestionOption> $options Answers to choose from.
 * @property-read string|null $save_as Custom attribute of the contact that keeps the answer.
 */
class QuestionStep extends Step
{
    protected const FIELDS = [
        'id' => null,
        'type' => null,
        'text' => null,
        'options' => ['list', QuestionOption::class],
        'save_as' => null,
    ];
}
