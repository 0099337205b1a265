<?php

declare(strict_types=1);

namespace Orbinto\Internal;

/** @internal */
final class Version
{
    public const LIBRARY = '1.0.0';

    public static function userAgent(): string
    {
        return 'orbinto-php/' . self::LIBRARY . ' php/' . PHP_MAJOR_VERSION . '.' . PHP_MINOR_VERSION . '.' . PHP_RELEASE_VERSION;
    }
}
