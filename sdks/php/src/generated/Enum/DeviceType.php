<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Enum;

/**
 * Kind of device.
 *
 * Values of today: answers may hold others, later.
 */
final class DeviceType
{
    public const DESKTOP = 'desktop';
    public const MOBILE = 'mobile';
    public const TABLET = 'tablet';

    /** @var list<string> */
    public const ALL = [
        self::DESKTOP,
        self::MOBILE,
        self::TABLET,
    ];
}
