<?php

declare(strict_types=1);

namespace Orbinto\OAuth;

/** Keeps tokens while the process lives. */
final class MemoryTokenStore implements TokenStore
{
    public function __construct(private ?Tokens $tokens = null)
    {
    }

    public function get(): ?Tokens
    {
        return $this->tokens;
    }

    public function update(\Closure $change): Tokens
    {
        return $this->tokens = $change($this->tokens);
    }
}
