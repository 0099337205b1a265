<?php

declare(strict_types=1);

namespace Orbinto\Exception;

/** A try, or all of them together, took too long. */
final class TimeoutException extends OrbintoException
{
    /** The limit in seconds. */
    public readonly float $seconds;

    public function __construct(string $message, float $seconds, ?\Throwable $previous = null)
    {
        parent::__construct($message, 0, $previous);
        $this->seconds = $seconds;
    }

    /** @param string $place host and path, without credentials */
    public static function after(float $seconds, string $place): self
    {
        $told = round($seconds, 3);
        return new self("There was no whole answer of $place within $told seconds", $seconds);
    }

    /** The same error of a call that is not repeated because it may have run. */
    public function mayHaveRun(string $method): self
    {
        $message = "{$this->getMessage()}. This $method may have run: look before you send it again.";
        return new self($message, $this->seconds, $this->getPrevious());
    }
}
