<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Model;

use Orbinto\ApiObject;

/**
 * Which page addresses match.
 *
 * @property-read string $match How to compare. {@see \Orbinto\Enum\UrlMatchMatch}
 * @property-read string $value What to compare the address with.
 */
class UrlMatch extends ApiObject
{
    protected const FIELDS = [
        'match' => null,
        'value' => null,
    ];
}
