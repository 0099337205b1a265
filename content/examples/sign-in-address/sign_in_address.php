<?php

function sign_in_address(string $codeChallenge, string $state): string
{
    $query = [
        'client_id' => 'YOUR_CLIENT_ID',
        'redirect_uri' => 'https://yourapp.com/callback',
        'response_type' => 'code',
        'scope' => 'contacts:read conversations:read conversations:write',
        'state' => $state,
        'code_challenge' => $codeChallenge,
        'code_challenge_method' => 'S256',
    ];

    return 'https://app.orbinto.com/oauth/authorize?' . http_build_query($query);
}
