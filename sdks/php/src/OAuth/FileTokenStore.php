<?php

declare(strict_types=1);

namespace Orbinto\OAuth;

use Orbinto\Exception\ConfigurationException;
use Orbinto\Internal\Loop;

/** Keeps tokens in a file that only its owner reads. Processes that share it renew a token once. */
final class FileTokenStore implements TokenStore
{
    /** @param string $file outside of what the web server hands out */
    public function __construct(private readonly string $file)
    {
    }

    public function get(): ?Tokens
    {
        if (!is_file($this->file)) {
            return null;
        }
        $handle = $this->open();
        try {
            self::lock($handle, LOCK_SH);
            return $this->read($handle);
        } finally {
            fclose($handle);
        }
    }

    public function update(\Closure $change): Tokens
    {
        $handle = $this->open();
        try {
            self::lock($handle, LOCK_EX);
            $tokens = $change($this->read($handle));
            $text = json_encode($tokens, JSON_THROW_ON_ERROR);
            rewind($handle);
            if (!ftruncate($handle, 0) || fwrite($handle, $text) !== strlen($text) || !fflush($handle)) {
                throw new ConfigurationException('The file of the tokens cannot be written.');
            }
            return $tokens;
        } finally {
            fclose($handle);
        }
    }

    /**
     * Where calls of this process run at the same time, waiting in the kernel would keep the one that has the lock from going on.
     *
     * @param resource $handle
     */
    private static function lock($handle, int $kind): void
    {
        while (!flock($handle, Loop::isRunning() ? $kind | LOCK_NB : $kind, $isHeld)) {
            if ($isHeld !== 1) {
                throw new ConfigurationException('The file of the tokens cannot be locked.');
            }
            Loop::pause(0.005);
        }
    }

    /** @return resource */
    private function open()
    {
        $mask = umask(0077);
        try {
            $handle = @fopen($this->file, 'c+');
        } finally {
            umask($mask);
        }
        return $handle !== false ? $handle : throw new ConfigurationException('The file of the tokens cannot be opened.');
    }

    /** @param resource $handle */
    private function read($handle): ?Tokens
    {
        rewind($handle);
        $stored = json_decode((string) stream_get_contents($handle), true);
        return is_array($stored) ? Tokens::fromArray($stored) : null;
    }
}
