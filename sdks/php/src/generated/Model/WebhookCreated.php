<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Model;

use Orbinto\ApiObject;

/**
 * A new webhook with its secret.
 *
 * @property-read string $id Identifies the webhook.
 * @property-read string $url Address that events are sent to.
 * @property-read list<string> $events Events to receive.
 * @property-read string|null $description What the endpoint is for.
 * @property-read string $status `failed` after all retries of a delivery have failed, until a later delivery
 *   succeeds. A failed webhook keeps receiving events. {@see \Orbinto\Enum\WebhookCreatedStatus}
 * @property-read string $created_at When the webhook was created.
 * @property-read string $secret The secret that deliveries are signed with. It is shown this once; store it where
 *   your endpoint can read it.
 */
class WebhookCreated extends ApiObject
{
    protected const FIELDS = [
        'id' => null,
        'url' => null,
        'events' => null,
        'description' => null,
        'status' => null,
        'created_at' => null,
        'secret' => null,
    ];
}
