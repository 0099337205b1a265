<?php

declare(strict_types=1);

namespace Orbinto\Exception;

/** There was no connection, or it broke before the answer was whole. */
final class ConnectionException extends OrbintoException
{
    /** Whether the request may have reached the API. */
    public readonly bool $wasSent;

    public function __construct(string $message, bool $wasSent = true, ?\Throwable $previous = null)
    {
        parent::__construct($message, 0, $previous);
        $this->wasSent = $wasSent;
    }

    /** @param string $place host and path, without credentials */
    public static function of(string $place, string $reason, bool $wasSent, ?\Throwable $previous = null): self
    {
        $what = $wasSent ? 'The connection broke before there was an answer of' : 'There is no connection to';
        return new self("$what $place: $reason", $wasSent, $previous);
    }

    /** The same error of a call that is not repeated because it may have run. */
    public function mayHaveRun(string $method): self
    {
        return $this->wasSent
            ? new self("{$this->getMessage()}. This $method may have run: look before you send it again.", true, $this->getPrevious())
            : $this;
    }
}
