<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Model;

use Orbinto\ApiObject;

/**
 * An answer and where it leads.
 *
 * @property-read string $label What the visitor reads.
 * @property-read string $next Id of the step that follows.
 */
class QuestionOption extends ApiObject
{
    protected const FIELDS = [
        'label' => null,
        'next' => null,
    ];
}
