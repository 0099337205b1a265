<?php

declare(strict_types=1);

namespace Orbinto;

use Orbinto\Exception\ConfigurationException;
use Orbinto\Exception\WebhookVerificationException;
use Orbinto\Internal\EventTypes;
use Orbinto\Internal\Json;
use Orbinto\Internal\Spec;
use Orbinto\Webhook\Headers;

/** Believes or refuses what comes in at your webhook's address. */
final class Webhooks
{
    /**
     * The event of a delivery, checked.
     *
     * @param mixed $body the body as it came, a string: `file_get_contents('php://input')`; never what was made of it
     * @param mixed $headers by name: `getallheaders()`, `$_SERVER`, a PSR-7 message, Laravel's `$request->headers->all()`
     * @param string|list<string> $secret whsec_…; several while one is being replaced
     * @param int|null $now Unix seconds, for tests
     * @param int $tolerance seconds that the delivery's clock may be off
     * @throws WebhookVerificationException where it cannot be believed
     * @throws ConfigurationException where the secret is none
     */
    public static function unwrap(
        mixed $body,
        mixed $headers,
        #[\SensitiveParameter] mixed $secret,
        ?int $now = null,
        int $tolerance = Spec::WEBHOOK_TOLERANCE,
    ): Event {
        $known = Headers::of($headers);
        self::verify($body, $known, $secret, $now, $tolerance);
        try {
            $event = Json::decode((string) $body);
        } catch (\JsonException) {
            $event = null;
        }
        if (!$event instanceof \stdClass) {
            throw new WebhookVerificationException('The signature is right, but the body is no JSON object.');
        }
        $name = $event->event ?? null;
        $class = is_string($name) ? EventTypes::CLASSES[$name] ?? Event::class : Event::class;
        return $class::from($event)->deliveredAs($known->get(Spec::WEBHOOK_ID_HEADER));
    }

    /**
     * Only checks. `webhook-signature` counts where it is there, else `X-Orbinto-Signature`.
     *
     * @param mixed $body as for {@see Webhooks::unwrap()}, and so the rest
     * @throws WebhookVerificationException
     * @throws ConfigurationException
     */
    public static function verify(
        mixed $body,
        mixed $headers,
        #[\SensitiveParameter] mixed $secret,
        ?int $now = null,
        int $tolerance = Spec::WEBHOOK_TOLERANCE,
    ): void {
        $secrets = self::secrets($secret);
        if (!is_string($body) && !$body instanceof \Stringable) {
            throw new WebhookVerificationException(
                'The body has to be the raw one, as it came: file_get_contents(\'php://input\'). A parsed body cannot be checked.',
            );
        }
        $known = Headers::of($headers);
        $standard = $known->get(Spec::WEBHOOK_SIGNATURE_HEADER);
        if ($standard !== null) {
            self::verifyStandard((string) $body, $known, $standard, $secrets, $now ?? time(), $tolerance);
            return;
        }
        $plain = $known->get(Spec::WEBHOOK_PLAIN_HEADER);
        if ($plain === null) {
            throw new WebhookVerificationException(
                'There is neither a header webhook-signature nor X-Orbinto-Signature: this is no delivery of Orbinto.',
            );
        }
        foreach ($secrets as $one) {
            if (hash_equals(hash_hmac('sha256', (string) $body, $one), $plain)) {
                return;
            }
        }
        throw self::wrongSignature(Spec::WEBHOOK_PLAIN_HEADER);
    }

    /** @param list<string> $secrets */
    private static function verifyStandard(
        string $body,
        Headers $headers,
        string $signatures,
        #[\SensitiveParameter] array $secrets,
        int $now,
        int $tolerance,
    ): void {
        $id = $headers->get(Spec::WEBHOOK_ID_HEADER);
        $timestamp = $headers->get(Spec::WEBHOOK_TIMESTAMP_HEADER);
        if ($id === null || $timestamp === null || preg_match('/\A[0-9]{1,12}\z/', $timestamp) !== 1) {
            throw new WebhookVerificationException('The headers webhook-id and webhook-timestamp are missing or malformed.');
        }
        $off = abs($now - (int) $timestamp);
        if ($off > $tolerance) {
            throw new WebhookVerificationException(
                "The timestamp is $off seconds off, more than $tolerance: an old delivery, or a clock that is wrong.",
            );
        }
        $isRight = false;
        foreach ($secrets as $secret) {
            $key = base64_decode(substr($secret, strlen('whsec_')), true);
            if ($key === false) {
                continue;
            }
            $expected = 'v1,' . base64_encode(hash_hmac('sha256', "$id.$timestamp.$body", $key, true));
            foreach (explode(' ', $signatures) as $signature) {
                $isRight = hash_equals($expected, $signature) || $isRight;
            }
        }
        if (!$isRight) {
            throw self::wrongSignature(Spec::WEBHOOK_SIGNATURE_HEADER);
        }
    }

    private static function wrongSignature(string $header): WebhookVerificationException
    {
        return new WebhookVerificationException(
            "The signature in $header is not that of this body: another secret, or a body that was changed on the way.",
        );
    }

    /** @return list<string> */
    private static function secrets(#[\SensitiveParameter] mixed $secret): array
    {
        $secrets = is_array($secret) ? array_values($secret) : [$secret];
        foreach ($secrets as $one) {
            if (!is_string($one) || !str_starts_with($one, 'whsec_') || strlen($one) === strlen('whsec_')) {
                throw new ConfigurationException('The webhook\'s secret is missing, or is none: it begins with whsec_.');
            }
        }
        return $secrets !== [] ? $secrets : throw new ConfigurationException('There is no secret of the webhook.');
    }
}
