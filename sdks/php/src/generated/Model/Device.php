<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Model;

use Orbinto\ApiObject;

/**
 * What the visitor uses.
 *
 * @property-read string $type Kind of device. {@see \Orbinto\Enum\DeviceType}
 * @property-read string|null $os Operating system.
 * @property-read string|null $browser Browser.
 */
class Device extends ApiObject
{
    protected const FIELDS = [
        'type' => null,
        'os' => null,
        'browser' => null,
    ];
}
