<?php

declare(strict_types=1);

namespace Orbinto\OAuth;

/**
 * Where the tokens of one user are kept. PHP answers each visitor in a process of its own: a store in a file, a cache or a table lets
 * them share one renewal. Write your own for a database: lock the row in `update`.
 */
interface TokenStore
{
    public function get(): ?Tokens;

    /**
     * Lets one caller at a time change the tokens. The others wait, and are then handed what the first one has stored.
     *
     * @param \Closure(?Tokens): Tokens $change gets the tokens of now, read after the lock was taken; what it throws changes nothing
     */
    public function update(\Closure $change): Tokens;
}
