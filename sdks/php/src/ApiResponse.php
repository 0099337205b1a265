<?php

declare(strict_types=1);

namespace Orbinto;

use Orbinto\Internal\Spec;
use Orbinto\Transport\Response;

/**
 * What a call gave, and the answer that it came with.
 *
 * @template T
 */
final class ApiResponse
{
    public readonly int $status;
    /** @var array<string, string> by name in lower case */
    public readonly array $headers;
    public readonly ?string $requestId;
    public readonly ?RateLimit $rateLimit;
    /** The answer's body as it came. */
    public readonly string $body;

    /** @param T $data */
    public function __construct(public readonly mixed $data, Response $response)
    {
        $this->status = $response->status;
        $this->headers = $response->headers;
        $this->requestId = $response->header(Spec::REQUEST_ID_HEADER);
        $this->rateLimit = RateLimit::of($response);
        $this->body = $response->body;
    }
}
