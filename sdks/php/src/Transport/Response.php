<?php

declare(strict_types=1);

namespace Orbinto\Transport;

/** One answer as it came. */
final class Response
{
    /** @var array<string, string> by name in lower case */
    public readonly array $headers;

    /**
     * @param array<array-key, string|list<string>> $headers by name; several values of one name are joined by commas
     */
    public function __construct(
        public readonly int $status,
        array $headers,
        public readonly string $body,
    ) {
        $lower = [];
        foreach ($headers as $name => $value) {
            $lower[strtolower((string) $name)] = is_array($value) ? implode(', ', $value) : $value;
        }
        $this->headers = $lower;
    }

    /** @param string $name in any case */
    public function header(string $name): ?string
    {
        return $this->headers[strtolower($name)] ?? null;
    }
}
