<?php

/**
 * @param array<int, mixed> $options as curl_setopt_array takes them
 * @return array{int, string} the status and the body
 */
function ask(string $url, array $options): array
{
    $request = curl_init($url);
    curl_setopt_array($request, $options + [
        CURLOPT_RETURNTRANSFER => true,
    ]);
    $body = curl_exec($request);
    if ($body === false) {
        throw new RuntimeException(curl_error($request));
    }
    $status = curl_getinfo($request, CURLINFO_RESPONSE_CODE);

    return [$status, $body];
}
