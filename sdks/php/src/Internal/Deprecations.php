<?php

declare(strict_types=1);

namespace Orbinto\Internal;

use Closure;
use Orbinto\Transport\Response;

/**
 * Warns once an operation and process of what the API is about to drop.
 *
 * @internal
 */
final class Deprecations
{
    /** @var array<string, true> */
    private static array $told = [];

    /** @param (Closure(string): void)|null $tell */
    public static function look(string $operation, Response $response, ?Closure $tell): void
    {
        $since = $response->header('deprecation');
        $until = $response->header('sunset');
        if (($since === null && $until === null) || isset(self::$told[$operation])) {
            return;
        }
        self::$told[$operation] = true;
        $sentence = "Orbinto: $operation is deprecated" . ($until === null ? '.' : " and ends on $until.");
        $tell === null ? trigger_error($sentence, E_USER_DEPRECATED) : $tell($sentence);
    }
}
