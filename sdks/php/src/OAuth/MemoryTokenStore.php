<?php

declare(strict_types=1);

namespace Orbinto\OAuth;

use Orbinto\Internal\Loop;

/** Keeps tokens while the process lives. */
final class MemoryTokenStore implements TokenStore
{
    private bool $isLocked = false;

    public function __construct(private ?Tokens $tokens = null)
    {
    }

    public function get(): ?Tokens
    {
        return $this->tokens;
    }

    public function update(\Closure $change): Tokens
    {
        // Calls that run at the same time wait for one renewal.
        while ($this->isLocked) {
            Loop::pause(0.001);
        }
        $this->isLocked = true;
        try {
            return $this->tokens = $change($this->tokens);
        } finally {
            $this->isLocked = false;
        }
    }
}
