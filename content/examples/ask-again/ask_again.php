<?php

/**
 * @param array<int, mixed> $options as curl_setopt_array takes them
 * @return array{int, string} the status and the body
 */
function ask(string $url, array $options, int $attempts = 5): array
{
    $seconds = 1;
    $request = curl_init($url);
    curl_setopt_array($request, $options + [
        CURLOPT_RETURNTRANSFER => true,
        CURLOPT_HEADERFUNCTION => function ($request, string $line) use (&$seconds): int {
            if (preg_match('/^retry-after: *(\d+)/i', $line, $found)) {
                $seconds = (int) $found[1];
            }
            return strlen($line);
        },
    ]);
    $body = curl_exec($request);
    if ($body === false) {
        throw new RuntimeException(curl_error($request));
    }
    $status = curl_getinfo($request, CURLINFO_RESPONSE_CODE);
    if ($status !== 429 || $attempts === 1) {
        return [$status, $body];
    }
    usleep($seconds * 1_000_000 + random_int(0, 250_000));

    return ask($url, $options, $attempts - 1);
}
