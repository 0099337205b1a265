<?php

declare(strict_types=1);

namespace Orbinto;

/**
 * What a webhook delivers. Events that this version does not know are plain ones of this class.
 *
 * @property-read string $event such as `message.created`; {@see \Orbinto\Enum\EventName}
 * @property-read string $timestamp when it happened
 * @property-read ApiObject $data what it is about
 */
class Event extends ApiObject
{
    protected const FIELDS = ['event' => null, 'timestamp' => null, 'data' => null];

    private ?string $delivery = null;

    /** The `webhook-id` of the delivery, the same in each of its attempts; null where the header did not come. */
    public function deliveryId(): ?string
    {
        return $this->delivery;
    }

    /** @internal */
    public function deliveredAs(?string $id): static
    {
        $this->delivery = $id;
        return $this;
    }
}
