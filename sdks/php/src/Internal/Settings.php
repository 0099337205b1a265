<?php

declare(strict_types=1);

namespace Orbinto\Internal;

use Closure;
use Orbinto\Exception\ConfigurationException;
use Orbinto\Hooks;
use Orbinto\OAuth\Session;
use Orbinto\Transport\Transport;

/**
 * What a client was told, checked.
 *
 * @internal
 */
final class Settings
{
    public readonly string $baseUrl;

    /** @param \Closure(float): void $sleep */
    public function __construct(
        string $baseUrl,
        public readonly Secret|Session|null $credentials,
        public readonly float $timeout,
        public readonly float $totalTimeout,
        public readonly int $maxRetries,
        public readonly Transport $transport,
        public readonly Hooks $hooks,
        public readonly ?Closure $log,
        public readonly Closure $sleep,
    ) {
        $this->baseUrl = self::checkedUrl($baseUrl);
        if (!($timeout > 0 && $totalTimeout > 0)) {
            throw new ConfigurationException('timeout and totalTimeout are numbers of seconds above 0.');
        }
        if ($maxRetries < 0) {
            throw new ConfigurationException('maxRetries is 0 or more.');
        }
    }

    public static function checkedKey(#[\SensitiveParameter] string $key): Secret
    {
        if (preg_match('/\A[\x21-\x7e]+\z/', $key) !== 1) {
            throw new ConfigurationException(
                'The API key has characters that cannot be sent, such as a space or a line end. Copy it again, without them.',
            );
        }
        return new Secret($key);
    }

    private static function checkedUrl(#[\SensitiveParameter] string $url): string
    {
        $url = rtrim($url, '/');
        if (preg_match('~\Ahttps?://[^\s/?#@\\\\]+(?:/[^\s?#@\\\\]*)?\z~i', $url) !== 1) {
            throw new ConfigurationException(
                'The base URL has to begin with https:// or http://, followed by a host, without user, query or spaces.',
            );
        }
        return $url;
    }

    /** Where a path of the origin is, such as the token endpoint. */
    public function origin(): string
    {
        return implode('/', array_slice(explode('/', $this->baseUrl), 0, 3));
    }
}
