<?php

declare(strict_types=1);

namespace Orbinto;

/** A delivery made for a test: hand `body` and `headers` to what you test. */
final class BuiltEvent
{
    /** @param array<string, string> $headers */
    public function __construct(
        public readonly string $body,
        public readonly array $headers,
        public readonly Event $event,
    ) {
    }
}
