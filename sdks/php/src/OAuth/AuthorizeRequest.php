<?php

declare(strict_types=1);

namespace Orbinto\OAuth;

/** Where to send the user, and what to keep in the session until they come back. */
final class AuthorizeRequest
{
    /**
     * @param string $url the address that the user is sent to
     * @param string $state has to come back as it is: compare it with hash_equals
     * @param string $codeVerifier goes with the code to `exchange`
     */
    public function __construct(
        public readonly string $url,
        public readonly string $state,
        public readonly string $codeVerifier,
    ) {
    }
}
