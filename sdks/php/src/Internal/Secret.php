<?php

declare(strict_types=1);

namespace Orbinto\Internal;

/**
 * A text that must not be seen: dumps, casts and serializing do not show it.
 *
 * @internal
 */
final class Secret
{
    private readonly \Closure $value;

    public function __construct(#[\SensitiveParameter] string $value)
    {
        $this->value = static fn (): string => $value;
    }

    public function reveal(): string
    {
        return ($this->value)();
    }

    /** @return array<string, string> */
    public function __debugInfo(): array
    {
        return ['value' => '(hidden)'];
    }

    /** @return never */
    public function __serialize(): array
    {
        throw new \LogicException('A secret is not serialized.');
    }
}
