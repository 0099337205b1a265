<?php

declare(strict_types=1);

namespace Orbinto\Tests;

use Psr\Http\Client\ClientInterface;
use Psr\Http\Message\RequestInterface;
use Psr\Http\Message\ResponseInterface;
use Throwable;

/** A PSR-18 client that answers with what it is given. */
final class Psr18Fake implements ClientInterface
{
    /** @var list<RequestInterface> */
    public array $seen = [];

    public function __construct(private readonly ResponseInterface|Throwable $answer)
    {
    }

    public function sendRequest(RequestInterface $request): ResponseInterface
    {
        $this->seen[] = $request;
        return $this->answer instanceof Throwable ? throw $this->answer : $this->answer;
    }
}
