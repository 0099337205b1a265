<?php

// Verification, events and the router's adapters.

declare(strict_types=1);

use Orbinto\Event;
use Orbinto\Events;
use Orbinto\Exception\OrbintoException;
use Orbinto\Exception\WebhookVerificationException;
use Orbinto\Internal\EventTypes;
use Orbinto\Tests\Factory;
use Orbinto\Tests\Message;
use Orbinto\Tests\Stream;
use Orbinto\Webhook\RouterHandler;
use Orbinto\WebhookRouter;
use Orbinto\Webhooks;

const SECRET = 'whsec_AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=';

/** Whether a delivery is believed; an exception of another kind goes through. */
$isBelieved = static function (mixed $body, mixed $headers, mixed $secret, ?int $now = null): bool {
    try {
        Webhooks::verify($body, $headers, $secret, $now);
        return true;
    } catch (OrbintoException) {
        return false;
    }
};

return [
    'the test vectors are answered' => static function (array $input) use ($isBelieved): array {
        $wrong = [];
        foreach ($input['vectors'] as $scheme => $vectors) {
            foreach ($vectors as $vector) {
                $body = array_key_exists('parsed', $vector) ? $vector['parsed'] : base64_decode($vector['body_base64']);
                // A list of one value is how PSR-7 tells a header: what the vector has in its place stands in that list.
                $headers = array_map(static fn (mixed $value): array => [$value], $scheme === 'signature'
                    ? ['X-Orbinto-Signature' => $vector['signature']]
                    : [
                        'webhook-id' => $vector['id'] ?? null,
                        'webhook-timestamp' => $vector['timestamp'] ?? null,
                        'webhook-signature' => $vector['signature'] ?? null,
                    ]);
                $now = $vector['now'] ?? null;
                if ($isBelieved($body, $headers, $vector['secret'], is_int($now) ? $now : null) !== $vector['valid']) {
                    $wrong[] = "$scheme: {$vector['name']}";
                }
            }
        }
        return $wrong;
    },

    'a delivery of each event, sent by the sandbox, becomes its class' => static function (array $input): array {
        $wrong = [];
        foreach ($input['deliveries'] as $name => $delivery) {
            $event = Webhooks::unwrap($delivery['body'], $delivery['headers'], $delivery['secret'], $delivery['now']);
            if ($event::class !== ltrim(EventTypes::CLASSES[$name], '\\') || $event->event !== $name) {
                $wrong[] = "$name is " . $event::class;
            }
            if (json_encode($event) !== json_encode(json_decode($delivery['body']))) {
                $wrong[] = "$name is not what was delivered";
            }
            if ($event->deliveryId() !== $delivery['headers']['webhook-id']) {
                $wrong[] = "$name has not its id";
            }
        }
        return count($input['deliveries']) === 12 ? $wrong : ['there are not twelve deliveries'];
    },

    'events that are built are believed' => static function (): array {
        $wrong = [];
        foreach (array_keys(EventTypes::CLASSES) as $name) {
            $built = Events::build($name, SECRET, ['note' => ['ä' => 1]]);
            $plain = array_intersect_key($built->headers, ['X-Orbinto-Signature' => 1]);
            foreach ([$built->headers, $plain] as $headers) {
                if (Webhooks::unwrap($built->body, $headers, SECRET)->data->note->ä !== 1) {
                    $wrong[] = $name;
                }
            }
        }
        return $wrong;
    },

    'ten thousand hostile deliveries are refused, each by an exception of the library' => static function () use ($isBelieved): array {
        mt_srand(20260211);
        $odd = [null, true, -1, 1.5, [], ['a' => ['b']], new stdClass(), '', "\0", "\xff\xfe", 'v1,', 'v1,' . str_repeat('A', 44),
            'v2,x v1', str_repeat(' ', 500), '99999999999999999999', '-5', "1770806122\n", '１７７', 'whsec_', 'whsec_%%%%', "whsec_\u{1F40C}"];
        $any = static function () use ($odd): mixed {
            return mt_rand(0, 2) === 0 ? random_bytes(mt_rand(1, 60)) : $odd[mt_rand(0, count($odd) - 1)];
        };
        $good = Events::build('contact.created', SECRET, [], 1770806122);
        for ($count = 0; $count < 10_000; $count++) {
            $body = mt_rand(0, 1) === 1 ? $good->body : $any();
            $headers = $good->headers;
            foreach (['webhook-id', 'webhook-timestamp', 'webhook-signature', 'X-Orbinto-Signature'] as $name) {
                if (mt_rand(0, 2) === 0) {
                    $headers[$name] = $any();
                }
            }
            $headers['webhook-signature'] = $any() ?? '';
            $headers = mt_rand(0, 20) === 0 ? $any() : $headers;
            $secret = mt_rand(0, 4) === 0 ? $any() : SECRET;
            if ($isBelieved($body, $headers, $secret, mt_rand(0, 1) === 1 ? 1770806122 : PHP_INT_MIN + 1)) {
                // Without a standard signature the plain one counts, and that may be right.
                $isPlain = is_array($headers) && !is_string($headers['webhook-signature'] ?? null);
                if (!$isPlain || $body !== $good->body) {
                    return ["number $count is believed"];
                }
            }
        }
        return [];
    },

    'headers are found wherever they come from' => static function () use ($isBelieved): array {
        $built = Events::build('contact.created', SECRET);
        $server = [];
        foreach ($built->headers as $name => $value) {
            $server['HTTP_' . strtoupper(strtr($name, '-', '_'))] = $value;
        }
        $lists = array_map(static fn (string $value): array => [$value], $built->headers);
        $given = ['$_SERVER' => $server, 'lists' => $lists, 'iterator' => new ArrayIterator($lists), 'PSR-7' => new Message(0, $lists)];
        return array_keys(array_filter($given, static fn (mixed $one): bool => !$isBelieved($built->body, $one, SECRET)));
    },

    'plain PHP answers 204 and 400' => static function (): array {
        $called = 0;
        $router = new WebhookRouter(SECRET, static function (Event $event) use (&$called): void {
            $called++;
        });
        $built = Events::build('contact.created', SECRET);
        $server = ['HTTP_X_ORBINTO_SIGNATURE' => $built->headers['X-Orbinto-Signature']];
        ob_start();
        $statuses = [$router->serve($server, $built->body), $router->serve($server, 'x'), $router->serve([], $built->body)];
        $text = (string) ob_get_clean();
        return $statuses === [204, 400, 400] && $called === 1 && str_contains($text, 'signature') ? [] : [json_encode($statuses)];
    },

    'a PSR-15 handler answers 204 and 400, and lets go what a handler throws' => static function (): array {
        $router = (new WebhookRouter(SECRET, static fn () => null))
            ->on('contact.updated', static fn () => throw new DomainException('mine'));
        $handler = new RouterHandler($router, new Factory());
        $message = static function (string $name, string $more = ''): Message {
            $built = Events::build($name, SECRET);
            return new Message(0, array_map(static fn (string $one): array => [$one], $built->headers), new Stream($built->body . $more));
        };
        $wrong = [];
        if ($handler->handle($message('contact.created'))->getStatusCode() !== 204) {
            $wrong[] = 'a good one is not taken';
        }
        $refused = $handler->handle($message('contact.created', ' '));
        if ($refused->getStatusCode() !== 400 || (string) $refused->getBody() === '') {
            $wrong[] = 'a bad one is taken';
        }
        try {
            $handler->handle($message('contact.updated'));
            $wrong[] = 'a failure of a handler is hidden';
        } catch (DomainException) {
        }
        return $wrong;
    },

    'a right signature of what is no JSON is told' => static function (): array {
        $headers = ['X-Orbinto-Signature' => hash_hmac('sha256', '[1]', SECRET)];
        try {
            Webhooks::unwrap('[1]', $headers, SECRET);
            return ['it is taken'];
        } catch (WebhookVerificationException $error) {
            return str_contains($error->getMessage(), 'JSON') ? [] : [$error->getMessage()];
        }
    },
];
