<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Model;

/**
 * Starts with every conversation that a visitor begins.
 *
 * @property-read string $type A conversation begins.
 */
class NewConversationTrigger extends Trigger
{
    protected const FIELDS = [
        'type' => null,
    ];
}
