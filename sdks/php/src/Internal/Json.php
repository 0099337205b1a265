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
            // No object of PHP can have a member whose name begins with NUL.
            return self::objects(json_decode($text, true, 512, JSON_THROW_ON_ERROR));
        }
    }

    /** Arrays with names as objects, where another character stands for NUL. */
    private static function objects(mixed $value): mixed
    {
        if (!is_array($value)) {
            return $value;
        }
        $members = array_map(self::objects(...), $value);
        if (array_is_list($members)) {
            return $members;
        }
        $object = new \stdClass();
        foreach ($members as $name => $member) {
            $object->{str_replace("\0", "\u{FFFD}", (string) $name)} = $member;
        }
        return $object;
    }
}
