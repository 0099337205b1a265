<?php

/**
 * Verifies X-Orbinto-Signature: the lower-case hex HMAC-SHA256 of the body,
 * keyed with the whole secret.
 *
 * @param mixed $body The request body as received: file_get_contents('php://input').
 * @param mixed $signature The header: $_SERVER['HTTP_X_ORBINTO_SIGNATURE'] ?? null.
 * @param mixed $secret The webhook's secret, whsec_…
 * @return bool Never throws: what is not a valid signature is false.
 */
function verify_webhook(mixed $body, mixed $signature, mixed $secret): bool
{
    if (!is_string($body) || !is_string($signature) || !is_webhook_secret($secret)) {
        return false;
    }
    return hash_equals(hash_hmac('sha256', $body, $secret), $signature);
}

/**
 * Verifies webhook-id, webhook-timestamp and webhook-signature, the headers of
 * Standard Webhooks, and refuses an attempt that is more than five minutes old
 * or early.
 *
 * @param mixed $headers Their values under the keys id, timestamp and signature.
 * @param int|null $now Unix time in seconds.
 * @return bool Never throws: what is not a valid, fresh signature is false.
 */
function verify_standard_webhook(mixed $body, mixed $headers, mixed $secret, ?int $now = null): bool
{
    $id = $headers['id'] ?? null;
    $timestamp = $headers['timestamp'] ?? null;
    $signature = $headers['signature'] ?? null;
    if (!is_string($body) || !is_string($id) || !is_string($signature) || !is_webhook_secret($secret)) {
        return false;
    }
    if (!is_string($timestamp) || preg_match('/\A[0-9]{1,12}\z/', $timestamp) !== 1) {
        return false;
    }
    $key = base64_decode(substr($secret, strlen('whsec_')), true);
    if ($key === false || abs(($now ?? time()) - (int) $timestamp) > 300) {
        return false;
    }
    $expected = 'v1,' . base64_encode(hash_hmac('sha256', "$id.$timestamp.$body", $key, true));
    $valid = false;
    foreach (explode(' ', $signature) as $entry) {
        $valid = hash_equals($expected, $entry) || $valid;
    }
    return $valid;
}

function is_webhook_secret(mixed $value): bool
{
    return is_string($value) && str_starts_with($value, 'whsec_') && strlen($value) > strlen('whsec_');
}
