<?php

declare(strict_types=1);

namespace Orbinto\Transport;

use Orbinto\Exception\ConnectionException;
use Psr\Http\Client\ClientExceptionInterface;
use Psr\Http\Client\ClientInterface;
use Psr\Http\Message\RequestFactoryInterface;
use Psr\Http\Message\StreamFactoryInterface;

/**
 * Carries requests with any PSR-18 client: Guzzle, Symfony's, Buzz.
 *
 * PSR-18 knows no time-outs: set them in that client, and switch off there redirects and exceptions for statuses.
 */
final class Psr18Transport implements Transport
{
    public function __construct(
        private readonly ClientInterface $client,
        private readonly RequestFactoryInterface $requests,
        private readonly StreamFactoryInterface $streams,
    ) {
    }

    public function send(Request $request): Response
    {
        $message = $this->requests->createRequest($request->method, $request->url);
        foreach ($request->headers as $name => $value) {
            $message = $message->withHeader($name, $value);
        }
        if ($request->body !== null) {
            $message = $message->withBody($this->streams->createStream($request->body));
        }
        try {
            $answer = $this->client->sendRequest($message);
            $body = (string) $answer->getBody();
        } catch (ClientExceptionInterface | \RuntimeException $error) {
            // A stream that breaks while it is read throws a RuntimeException.
            throw ConnectionException::of($request->place(), $error->getMessage(), true, $error);
        }
        $response = new Response($answer->getStatusCode(), $answer->getHeaders(), $body);
        $this->refuseCutOff($request, $response);
        return $response;
    }

    private function refuseCutOff(Request $request, Response $response): void
    {
        $length = $response->header('content-length') ?? '';
        $isWhole = !ctype_digit($length) || $request->method === 'HEAD' || $response->header('content-encoding') !== null;
        if (!$isWhole && strlen($response->body) < (int) $length) {
            throw ConnectionException::of($request->place(), 'the answer was cut off', true);
        }
    }
}
