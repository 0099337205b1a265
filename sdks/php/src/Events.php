<?php

declare(strict_types=1);

namespace Orbinto;

use Orbinto\Exception\ConfigurationException;
use Orbinto\Internal\BodyEncoder;
use Orbinto\Internal\EventExamples;
use Orbinto\Internal\Spec;

/** Makes deliveries for your tests. */
final class Events
{
    /**
     * A delivery as the API sends it: the documentation's example, signed both ways.
     *
     * @param string $name such as `message.created`
     * @param string $secret whsec_…: the one that your code under test checks with
     * @param array<string, mixed> $data put over the example's data, field by field
     * @param int|null $now Unix seconds; null: now
     * @throws ConfigurationException for an event that is not known, or a secret that is none
     */
    public static function build(
        string $name,
        #[\SensitiveParameter] string $secret,
        array $data = [],
        ?int $now = null,
    ): BuiltEvent {
        $example = EventExamples::ALL[$name] ?? throw new ConfigurationException("There is no event $name.");
        $event = json_decode($example);
        foreach ($data as $field => $value) {
            $event->data->{$field} = $value;
        }
        $now ??= time();
        $event->timestamp = gmdate('Y-m-d\TH:i:s\Z', $now);
        $body = BodyEncoder::encode($event, null);
        $headers = self::signed($body, $secret, $now);
        return new BuiltEvent($body, $headers, Webhooks::unwrap($body, $headers, $secret, $now));
    }

    /** @return array<string, string> */
    private static function signed(string $body, #[\SensitiveParameter] string $secret, int $now): array
    {
        $id = 'evt_' . bin2hex(random_bytes(6));
        $key = base64_decode(substr($secret, strlen('whsec_')), true);
        if (!str_starts_with($secret, 'whsec_') || $key === false || $key === '') {
            throw new ConfigurationException('The webhook\'s secret is missing, or is none: it begins with whsec_.');
        }
        return [
            'Content-Type' => 'application/json',
            Spec::WEBHOOK_ID_HEADER => $id,
            Spec::WEBHOOK_TIMESTAMP_HEADER => (string) $now,
            Spec::WEBHOOK_SIGNATURE_HEADER => 'v1,' . base64_encode(hash_hmac('sha256', "$id.$now.$body", $key, true)),
            Spec::WEBHOOK_PLAIN_HEADER => hash_hmac('sha256', $body, $secret),
        ];
    }
}
