<?php

declare(strict_types=1);

namespace Orbinto;

use Closure;

/** What is different for one call. */
final class RequestOptions
{
    /**
     * @param float|null $timeout seconds that a try may take
     * @param int|null $maxRetries how often the call is sent again at most
     * @param bool $retryUnsafe sends the call again even where it may have run already, so that it may run twice
     * @param array<string, string> $headers headers besides those that the library sends
     * @param (Closure(): bool)|null $cancel asked again and again while the call is under way: true ends it by a CancelledException
     */
    public function __construct(
        public readonly ?float $timeout = null,
        public readonly ?int $maxRetries = null,
        public readonly bool $retryUnsafe = false,
        public readonly array $headers = [],
        public readonly ?Closure $cancel = null,
    ) {
    }
}
