<?php

/** @return array{string, string, string} the code verifier, its challenge, and the state */
function sign_in_secrets(): array
{
    $codeVerifier = base64_url(random_bytes(32));
    $codeChallenge = base64_url(hash('sha256', $codeVerifier, true));

    return [$codeVerifier, $codeChallenge, base64_url(random_bytes(16))];
}

function base64_url(string $bytes): string
{
    return rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
}
