<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Model;

use Orbinto\ApiObject;

/**
 * A page of your website.
 *
 * @property-read string $url Address of the page.
 * @property-read string|null $title Title of the page.
 */
class Page extends ApiObject
{
    protected const FIELDS = [
        'url' => null,
        'title' => null,
    ];
}
