<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Model;

use Orbinto\ApiObject;

/**
 * One step. `type` decides which other fields it has.
 *
 * One of MessageStep, QuestionStep, ConditionStep, AssignStep, EndStep. What later versions add is of this class
 * itself.
 *
 * @property-read string $id Names the step, unique in the workflow.
 * @property-read string $type
 */
class Step extends ApiObject
{
    protected const FIELDS = [
        'id' => null,
        'type' => null,
    ];

    protected const UNION = [
        'of' => self::class,
        'by' => 'type',
        'members' => [
            'message' => MessageStep::class,
            'question' => QuestionStep::class,
            'condition' => ConditionStep::class,
            'assign' => AssignStep::class,
            'end' => EndStep::class,
        ],
    ];
}
