<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Model;

use Orbinto\Event;

/**
 * An operator goes online or offline.
 *
 * @property-read string $event Name of the event.
 * @property-read string $timestamp When the event happened.
 * @property-read Operator $data A member of your team who answers conversations.
 */
class OperatorStatusChangedEvent extends Event
{
    protected const FIELDS = [
        'event' => null,
        'timestamp' => null,
        'data' => Operator::class,
    ];
}
