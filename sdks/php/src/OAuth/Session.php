<?php

declare(strict_types=1);

namespace Orbinto\OAuth;

use Orbinto\Exception\ConfigurationException;
use Orbinto\Exception\OrbintoException;
use Orbinto\Internal\Secret;
use Orbinto\Internal\Spec;

/** The tokens of a user who has signed in, renewed when it is time. Give it to the client as `oauth`. */
final class Session
{
    public function __construct(private readonly OAuth $oauth, private readonly TokenStore $store)
    {
    }

    /**
     * A token that is good for now.
     *
     * @internal
     * @throws OrbintoException where it cannot be renewed
     */
    public function accessToken(): Secret
    {
        $tokens = $this->store->get() ?? throw new ConfigurationException('The store has no tokens: the user has not signed in.');
        if ($this->isOver($tokens) && $tokens->refreshToken() !== null) {
            $tokens = $this->renewed($tokens->accessToken());
        }
        return new Secret($tokens->accessToken());
    }

    /**
     * Renews a token that was refused, unless another process has done so.
     *
     * @internal
     * @return bool whether there is another token now
     * @throws OrbintoException where it cannot be renewed
     */
    public function renew(Secret $refused): bool
    {
        $tokens = $this->store->get();
        if ($tokens === null || ($tokens->accessToken() === $refused->reveal() && $tokens->refreshToken() === null)) {
            return false;
        }
        $this->renewed($refused->reveal());
        return true;
    }

    private function renewed(#[\SensitiveParameter] string $old): Tokens
    {
        return $this->store->update(function (?Tokens $now) use ($old): Tokens {
            $refresh = $now?->refreshToken();
            if ($now !== null && ($now->accessToken() !== $old || $refresh === null)) {
                return $now;
            }
            return $this->oauth->refresh($refresh ?? throw new ConfigurationException('The tokens are gone from the store.'));
        });
    }

    private function isOver(Tokens $tokens): bool
    {
        return $tokens->expiresAt !== null && $tokens->expiresAt - Spec::REFRESH_BEFORE_EXPIRY <= time();
    }
}
