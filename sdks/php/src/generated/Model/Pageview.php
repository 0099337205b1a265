<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Model;

use Orbinto\ApiObject;

/**
 * One page that a visitor viewed.
 *
 * @property-read string $id Identifies the pageview.
 * @property-read string $visitor_id Id of the visitor.
 * @property-read string $session_id Id of the session.
 * @property-read string $url Address of the page.
 * @property-read string|null $title Title of the page.
 * @property-read string|null $referrer Page the visitor came from.
 * @property-read int|null $duration_seconds How long the page was viewed. Null while the visitor is on it.
 * @property-read string $viewed_at When the page was opened.
 */
class Pageview extends ApiObject
{
    protected const FIELDS = [
        'id' => null,
        'visitor_id' => null,
        'session_id' => null,
        'url' => null,
        'title' => null,
        'referrer' => null,
        'duration_seconds' => null,
        'viewed_at' => null,
    ];
}
