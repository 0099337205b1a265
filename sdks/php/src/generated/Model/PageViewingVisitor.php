<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Model;

use Orbinto\ApiObject;

/**
 * A visitor and the page they have just opened.
 *
 * @property-read string $id Identifies the visitor.
 * @property-read string|null $name Name, once the visitor has given one.
 * @property-read string|null $email Email address, once the visitor has given one.
 * @property-read string|null $contact_id Id of the contact the visitor was matched to. Null while the visitor is
 *   anonymous.
 * @property-read bool $online Whether the visitor is on your website now.
 * @property-read Page|null $current_page The page the visitor is on. Null while offline.
 * @property-read Location $location Where the visitor is, as far as the network address tells.
 * @property-read Device $device What the visitor uses.
 * @property-read int $sessions_count How often the visitor has come.
 * @property-read int $pageviews_count Pages viewed in all sessions.
 * @property-read string $first_seen_at When the first session began.
 * @property-read string $last_seen_at When the visitor was last active.
 * @property-read Pageview $pageview One page that a visitor viewed.
 */
class PageViewingVisitor extends ApiObject
{
    protected const FIELDS = [
        'id' => null,
        'name' => null,
        'email' => null,
        'contact_id' => null,
        'online' => null,
        'current_page' => Page::class,
        'location' => Location::class,
        'device' => Device::class,
        'sessions_count' => null,
        'pageviews_count' => null,
        'first_seen_at' => null,
        'last_seen_at' => null,
        'pageview' => Pageview::class,
    ];
}
