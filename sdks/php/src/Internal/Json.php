<?php

declare(strict_types=1);

namespace Orbinto\Internal;

/**
 * Reads JSON: objects become {@see \stdClass}, so that `{}` and `[]` stay apart.
 *
 * @internal
 */
final class Json
{
    /** @throws \JsonException */
    public static function decode(string $text): mixed
    {
        $text = str_starts_with($text, "\u{FEFF}") ? substr($text, 3) : $text;
        try {
            return json_decode($text, false, 512, JSON_THROW_ON_ERROR);
        } catch (\JsonException $error) {
            if ($error->getCode() !== JSON_ERROR_INVALID_PROPERTY_NAME) {
                throw $error;
            }
            // No object of PHP can have a member whose name begins with NUL. A list of names can.
            return json_decode($text, true, 512, JSON_THROW_ON_ERROR);
        }
    }
}
