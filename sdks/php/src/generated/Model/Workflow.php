<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Model;

use Orbinto\ApiObject;

/**
 * The steps of the chatbot.
 *
 * @property-read string $entry_step Id of the step to start with.
 * @property-read list<Step> $steps The steps; each `id` is unique among them.
 */
class Workflow extends ApiObject
{
    protected const FIELDS = [
        'entry_step' => null,
        'steps' => ['list', Step::class],
    ];
}
