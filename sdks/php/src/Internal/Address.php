<?php

declare(strict_types=1);

namespace Orbinto\Internal;

use Orbinto\Exception\ConfigurationException;

/**
 * Writes paths and queries.
 *
 * @internal
 */
final class Address
{
    /** @param array<string, string> $ids */
    public static function path(string $template, array $ids): string
    {
        $parts = [];
        foreach ($ids as $name => $id) {
            if ($id === '' || $id === '.' || $id === '..') {
                throw new ConfigurationException("The id \"$name\" is empty or made of dots: it would lead to another address.");
            }
            $parts['{' . $name . '}'] = rawurlencode($id);
        }
        return strtr($template, $parts);
    }

    /** A path that the caller has written. It stays below the base URL. */
    public static function free(string $path): string
    {
        if (preg_match('~\A(?:[a-z][a-z0-9+.-]*:|//|.*\\\\)~is', $path) === 1) {
            throw new ConfigurationException('A path is relative to the base URL, such as /contacts; it names no host.');
        }
        if (preg_match('~[\x00-\x20\x7f#?]~', $path) === 1) {
            throw new ConfigurationException('A path has no spaces, control characters, "#" or "?"; give the query beside it.');
        }
        if (preg_match('~(?:^|/)(?:\.|%2e){1,2}(?:/|$)~i', $path) === 1) {
            throw new ConfigurationException('A path has no parts "." or "..".');
        }
        return '/' . ltrim($path, '/');
    }

    /** @param array<string, mixed> $query */
    public static function query(array $query): string
    {
        $pairs = [];
        foreach ($query as $name => $value) {
            if ($value === null) {
                continue;
            }
            $name = (string) $name;
            foreach (is_array($value) ? $value : [$value] as $one) {
                $pairs[] = rawurlencode($name) . '=' . rawurlencode(self::text($name, $one));
            }
        }
        return $pairs === [] ? '' : '?' . implode('&', $pairs);
    }

    private static function text(string $name, mixed $value): string
    {
        return match (true) {
            is_bool($value) => $value ? 'true' : 'false',
            $value instanceof \BackedEnum => (string) $value->value,
            $value instanceof \DateTimeInterface => BodyEncoder::time($value),
            is_scalar($value), $value instanceof \Stringable => (string) $value,
            default => throw new ConfigurationException("The query parameter \"$name\" is neither text, number nor bool."),
        };
    }
}
