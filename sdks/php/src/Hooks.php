<?php

declare(strict_types=1);

namespace Orbinto;

use Closure;

/** Functions that are called on the way, for metrics and traces. What they throw reaches the caller. */
final class Hooks
{
    /**
     * @param (Closure(CallInfo): void)|null $before each try
     * @param (Closure(CallInfo): void)|null $after each answer, whatever its status
     * @param (Closure(CallInfo): void)|null $retry before the wait for another try
     * @param (Closure(CallInfo): void)|null $error once, before an exception is thrown
     * @param (Closure(string): void)|null $deprecation once a process and operation that the API is about to drop;
     *   without it, the sentence is an E_USER_DEPRECATED
     */
    public function __construct(
        public readonly ?Closure $before = null,
        public readonly ?Closure $after = null,
        public readonly ?Closure $retry = null,
        public readonly ?Closure $error = null,
        public readonly ?Closure $deprecation = null,
    ) {
    }
}
