<?php

declare(strict_types=1);

namespace Orbinto\Internal;

use Orbinto\Exception\ConfigurationException;

/**
 * Writes bodies as JSON. PHP has one kind of array for lists and maps: the shape tells which of them is meant.
 *
 * A shape is null for what is written as it is, ['list', shape], ['map', shape], or the name of an object in {@see Shapes}.
 *
 * @internal
 */
final class BodyEncoder
{
    private const FLAGS = JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_PRESERVE_ZERO_FRACTION;

    public static function encode(mixed $body, mixed $shape): string
    {
        try {
            return json_encode(self::prepared($body, $shape, 0), self::FLAGS);
        } catch (\JsonException $error) {
            throw new ConfigurationException("The body cannot be written as JSON: {$error->getMessage()}.");
        }
    }

    /** The API's way to write a time: UTC, to the second. */
    public static function time(\DateTimeInterface $time): string
    {
        return gmdate('Y-m-d\TH:i:s\Z', $time->getTimestamp());
    }

    private static function prepared(mixed $value, mixed $shape, int $depth): mixed
    {
        if ($value instanceof \DateTimeInterface) {
            return self::time($value);
        }
        if (!is_array($value)) {
            return $value;
        }
        if ($depth > 256) {
            throw new ConfigurationException('The body cannot be written as JSON: it stands too deep in itself.');
        }
        $inside = is_string($shape) ? Shapes::ALL[$shape] ?? [] : [];
        $of = is_array($shape) ? $shape[1] : null;
        $prepared = [];
        foreach ($value as $name => $member) {
            $prepared[$name] = self::prepared($member, is_string($shape) ? $inside[$name] ?? null : $of, $depth + 1);
        }
        return match (true) {
            is_string($shape), ($shape[0] ?? null) === 'map' => (object) $prepared,
            // A list with gaps, such as what array_filter leaves, would become an object.
            ($shape[0] ?? null) === 'list' => array_values($prepared),
            default => $prepared,
        };
    }
}
