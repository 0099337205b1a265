<?php

declare(strict_types=1);

namespace Orbinto;

use Orbinto\Exception\OrbintoException;

/** What a hook is told of a call. It holds no key, no body and no query. */
final class CallInfo
{
    /**
     * @param string $operation such as `contacts.get`
     * @param string $method such as `GET`
     * @param string $path such as `/v1/contacts/con_abc123`
     * @param int $try 1 for the first one
     * @param float $seconds how long the call has taken so far, waits included
     * @param int|null $status of the answer, where there is one
     * @param string|null $requestId of the answer
     * @param float|null $wait of a retry: the seconds until it is sent
     * @param OrbintoException|null $error what went wrong
     */
    public function __construct(
        public readonly string $operation,
        public readonly string $method,
        public readonly string $path,
        public readonly int $try,
        public readonly float $seconds,
        public readonly ?int $status = null,
        public readonly ?string $requestId = null,
        public readonly ?float $wait = null,
        public readonly ?OrbintoException $error = null,
    ) {
    }
}
