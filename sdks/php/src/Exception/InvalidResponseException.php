<?php

declare(strict_types=1);

namespace Orbinto\Exception;

use Orbinto\Transport\Response;

/** A success that is no JSON, such as the page of a proxy, or a list that would never end. */
final class InvalidResponseException extends OrbintoException
{
    public readonly int $status;
    public readonly ?string $contentType;

    public function __construct(string $message, Response $response)
    {
        $this->status = $response->status;
        $this->contentType = $response->header('content-type');
        $type = $this->contentType ?? 'no content type';
        parent::__construct("$message (status {$this->status}, $type)");
    }
}
