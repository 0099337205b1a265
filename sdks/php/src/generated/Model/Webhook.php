<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Model;

use Orbinto\ApiObject;

/**
 * An endpoint of yours that receives events.
 *
 * @property-read string $id Identifies the webhook.
 * @property-read string $url Address that events are sent to.
 * @property-read list<string> $events Events to receive.
 * @property-read string|null $description What the endpoint is for.
 * @property-read string $status `failed` after all retries of a delivery have failed, until a later delivery
 *   succeeds. A failed webhook keeps receiving events. {@see \Orbinto\Enum\WebhookStatus}
 * @property-read string $created_at When the webhook was created.
 */
class Webhook extends ApiObject
{
    protected const FIELDS = [
        'id' => null,
        'url' => null,
        'events' => null,
        'description' => null,
        'status' => null,
        'created_at' => null,
    ];
}
