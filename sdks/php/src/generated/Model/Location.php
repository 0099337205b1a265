<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Model;

use Orbinto\ApiObject;

/**
 * Where the visitor is, as far as the network address tells.
 *
 * @property-read string|null $country Country code (ISO 3166-1 alpha-2).
 * @property-read string|null $region Region or state.
 * @property-read string|null $city City.
 */
class Location extends ApiObject
{
    protected const FIELDS = [
        'country' => null,
        'region' => null,
        'city' => null,
    ];
}
