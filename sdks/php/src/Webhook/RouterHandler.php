<?php

declare(strict_types=1);

namespace Orbinto\Webhook;

use Orbinto\Exception\WebhookVerificationException;
use Orbinto\WebhookRouter;
use Psr\Http\Message\ResponseFactoryInterface;
use Psr\Http\Message\ResponseInterface;
use Psr\Http\Message\ServerRequestInterface;
use Psr\Http\Server\RequestHandlerInterface;

/** A router as a PSR-15 request handler: Slim, Mezzio, and others. It answers 204, or 400 where a delivery cannot be believed. */
final class RouterHandler implements RequestHandlerInterface
{
    public function __construct(
        private readonly WebhookRouter $router,
        private readonly ResponseFactoryInterface $responses,
    ) {
    }

    public function handle(ServerRequestInterface $request): ResponseInterface
    {
        $stream = $request->getBody();
        if ($stream->isSeekable()) {
            $stream->rewind();
        }
        try {
            $this->router->handle($stream->getContents(), $request->getHeaders());
            return $this->responses->createResponse(204);
        } catch (WebhookVerificationException $error) {
            $response = $this->responses->createResponse(400);
            $response->getBody()->write($error->getMessage());
            return $response;
        }
    }
}
