<?php

// Transports besides curl, and the logger of PSR-3.

declare(strict_types=1);

use Orbinto\Client;
use Orbinto\Exception\ConnectionException;
use Orbinto\Tests\Factory;
use Orbinto\Tests\Message;
use Orbinto\Tests\Psr18Fake;
use Orbinto\Tests\Stream;
use Orbinto\Transport\Psr18Transport;
use Psr\Http\Client\ClientExceptionInterface;
use Psr\Http\Client\ClientInterface;
use Psr\Log\LoggerInterface;

$client = static fn (ClientInterface $fake): Client => new Client(
    apiKey: 'sk_test_key1',
    baseUrl: 'https://api.example.com/v1',
    maxRetries: 1,
    transport: new Psr18Transport($fake, new Factory(), new Factory()),
    sleep: static fn () => null,
);

return [
    'a PSR-18 client carries calls' => static function () use ($client): array {
        $fake = new Psr18Fake(new Message(201, ['X-Request-Id' => ['req_1']], new Stream('{"id":"con_1"}')));
        $contact = $client($fake)->contacts->create(['email' => 'a@example.com']);
        [$request] = $fake->seen;
        $isRight = $contact->id === 'con_1'
            && $request->line === 'POST https://api.example.com/v1/contacts'
            && (string) $request->stream === '{"email":"a@example.com"}'
            && $request->headers['Authorization'] === ['Bearer sk_test_key1'];
        return $isRight ? [] : ['the request is another one'];
    },

    'a failure of a PSR-18 client is a ConnectionException, tried again for a GET' => static function () use ($client): array {
        $fake = new Psr18Fake(new class ('no route') extends RuntimeException implements ClientExceptionInterface {
        });
        try {
            $client($fake)->contacts->get('con_1');
            return ['it did not fail'];
        } catch (ConnectionException $error) {
            $isRight = count($fake->seen) === 2 && str_contains($error->getMessage(), 'no route');
            return $isRight ? [] : [count($fake->seen) . " tries, {$error->getMessage()}"];
        }
    },

    'a body that a PSR-18 client cuts off is no body' => static function () use ($client): array {
        $fake = new Psr18Fake(new Message(200, ['Content-Length' => ['100']], new Stream('{}')));
        try {
            $client($fake)->contacts->get('con_1');
            return ['it did not fail'];
        } catch (ConnectionException) {
            return [];
        }
    },

    'a PSR-3 logger gets a line a try' => static function (): array {
        $logger = new class implements LoggerInterface {
            /** @var list<string> */
            public array $lines = [];

            public function debug(string $message): void
            {
                $this->lines[] = $message;
            }
        };
        $fake = new Psr18Fake(new Message(503));
        $transport = new Psr18Transport($fake, new Factory(), new Factory());
        $client = new Client('sk_test_key1', transport: $transport, logger: $logger, sleep: static fn () => null);
        try {
            $client->contacts->get('con_1');
        } catch (Orbinto\Exception\ServerException) {
        }
        return count($logger->lines) === 3 ? [] : $logger->lines;
    },
];
