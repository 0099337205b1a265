<?php

declare(strict_types=1);

namespace Orbinto\Tests;

use Orbinto\Transport\Request;
use Orbinto\Transport\Response;
use Orbinto\Transport\Transport;

/** Notes requests and answers all of them alike. */
final class Recorder implements Transport
{
    /** @var list<Request> */
    public array $seen = [];

    public function __construct(private readonly string $answer = '{"id":"x"}')
    {
    }

    public function send(Request $request): Response
    {
        $this->seen[] = $request;
        return new Response(200, ['Content-Type' => 'application/json'], $this->answer);
    }
}
