<?php

declare(strict_types=1);

namespace Orbinto\Webhook;

/**
 * Headers by name in any case, whatever hands them over.
 *
 * @internal
 */
final class Headers
{
    /** @param array<string, string> $values by name in lower case */
    private function __construct(private readonly array $values)
    {
    }

    /** Never throws: what is no headers has none. */
    public static function of(mixed $headers): self
    {
        if ($headers instanceof self) {
            return $headers;
        }
        if (is_object($headers) && method_exists($headers, 'getHeaders')) {
            $headers = $headers->getHeaders();
        }
        $values = [];
        foreach (is_iterable($headers) ? $headers : [] as $name => $value) {
            $value = is_array($value) && count($value) === 1 ? reset($value) : $value;
            if (is_string($value) && (is_string($name) || is_int($name))) {
                $name = strtolower((string) $name);
                $isServer = str_starts_with($name, 'http_');
                $values[$isServer ? strtr(substr($name, 5), '_', '-') : $name] = $value;
            }
        }
        return new self($values);
    }

    public function get(string $name): ?string
    {
        return $this->values[strtolower($name)] ?? null;
    }
}
