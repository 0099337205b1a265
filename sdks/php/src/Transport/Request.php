<?php

declare(strict_types=1);

namespace Orbinto\Transport;

use Closure;

/** One request as it is sent. */
final class Request
{
    /**
     * @param string $method such as `GET`
     * @param string $url the whole address, with its query
     * @param array<string, string> $headers by name
     * @param string|null $body null: none
     * @param float $timeout seconds that the answer may take, its body included
     * @param bool $isRepeatable whether it does no harm to send it twice; a transport must not repeat others by itself
     * @param (Closure(): bool)|null $isCancelled asked while the answer is waited for; a transport that cannot does not ask
     */
    public function __construct(
        public readonly string $method,
        public readonly string $url,
        public readonly array $headers,
        public readonly ?string $body,
        public readonly float $timeout,
        public readonly bool $isRepeatable,
        public readonly ?Closure $isCancelled = null,
    ) {
    }

    /** Host and path, for messages: without query and credentials. */
    public function place(): string
    {
        $parts = parse_url($this->url);
        $port = isset($parts['port']) ? ":{$parts['port']}" : '';
        return ($parts['host'] ?? '') . $port . ($parts['path'] ?? '');
    }

    /** @return array<string, mixed> without credentials */
    public function __debugInfo(): array
    {
        return ['method' => $this->method, 'place' => $this->place(), 'timeout' => $this->timeout];
    }
}
