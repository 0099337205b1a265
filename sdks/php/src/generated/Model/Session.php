<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Model;

use Orbinto\ApiObject;

/**
 * One visit, from the first page to half an hour of silence.
 *
 * @property-read string $id Identifies the session.
 * @property-read string $visitor_id Id of the visitor.
 * @property-read string $landing_page Address of the first page.
 * @property-read string|null $referrer Page the visitor came from.
 * @property-read Location $location Where the visitor is, as far as the network address tells.
 * @property-read Device $device What the visitor uses.
 * @property-read int $pageviews_count Pages viewed in this session.
 * @property-read string $started_at When the session began.
 * @property-read string|null $ended_at When it ended. Null while it goes on.
 */
class Session extends ApiObject
{
    protected const FIELDS = [
        'id' => null,
        'visitor_id' => null,
        'landing_page' => null,
        'referrer' => null,
        'location' => Location::class,
        'device' => Device::class,
        'pageviews_count' => null,
        'started_at' => null,
        'ended_at' => null,
    ];
}
