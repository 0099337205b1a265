<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Model;

use Orbinto\Event;

/**
 * A contact record is modified.
 *
 * @property-read string $event Name of the event.
 * @property-read string $timestamp When the event happened.
 * @property-read Contact $data A visitor who has been identified by name or email, or a person you have added.
 */
class ContactUpdatedEvent extends Event
{
    protected const FIELDS = [
        'event' => null,
        'timestamp' => null,
        'data' => Contact::class,
    ];
}
