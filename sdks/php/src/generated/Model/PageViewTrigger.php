<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Model;

/**
 * Starts when a visitor opens a page whose address matches.
 *
 * @property-read string $type A page is opened.
 * @property-read UrlMatch $url Which page addresses match.
 */
class PageViewTrigger extends Trigger
{
    protected const FIELDS = [
        'type' => null,
        'url' => UrlMatch::class,
    ];
}
