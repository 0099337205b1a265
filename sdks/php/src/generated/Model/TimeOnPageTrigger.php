<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Model;

/**
 * Starts when a visitor has stayed on a page for some time.
 *
 * @property-read string $type Time has passed.
 * @property-read int $seconds Seconds on the page.
 * @property-read UrlMatch|null $url Which page addresses match.
 */
class TimeOnPageTrigger extends Trigger
{
    protected const FIELDS = [
        'type' => null,
        'seconds' => null,
        'url' => UrlMatch::class,
    ];
}
