<?php

declare(strict_types=1);

namespace Orbinto\Internal;

use Closure;
use CurlHandle;
use CurlMultiHandle;
use Fiber;

/**
 * Lets several calls wait at the same time: each runs in a fiber, which rests while curl is at work.
 *
 * @internal
 */
final class Loop
{
    /** How long to rest at most, in seconds, before looking whether a call was cancelled. */
    private const REST = 0.02;

    private static ?self $current = null;
    private static ?CurlMultiHandle $multi = null;
    private static int $process = 0;

    /** @var array<int, array{CurlHandle, Fiber<mixed, mixed, mixed, mixed>, (Closure(): bool)|null}> */
    private array $transfers = [];
    /** @var array<int, array{float, Fiber<mixed, mixed, mixed, mixed>}> */
    private array $timers = [];

    /** Whether who calls may rest in a fiber of the loop. */
    public static function isRunning(): bool
    {
        return self::$current !== null && Fiber::getCurrent() !== null;
    }

    /**
     * @param array<array-key, Closure(): mixed> $calls
     * @return array<array-key, mixed> what they gave, under the same keys
     * @throws \Throwable the first that one of them threw; none is begun after it, and those that run are waited for
     */
    public static function all(array $calls, int $limit): array
    {
        if (self::$current !== null) {
            return array_map(static fn (Closure $call): mixed => $call(), $calls);
        }
        self::$current = new self();
        try {
            return self::$current->run($calls, $limit);
        } finally {
            self::$current = null;
        }
    }

    /**
     * Carries out a transfer while others go on.
     *
     * @param (Closure(): bool)|null $isCancelled
     * @return int curl's code, CURLE_ABORTED_BY_CALLBACK where it was cancelled
     */
    public static function perform(CurlHandle $handle, ?Closure $isCancelled): int
    {
        curl_multi_add_handle(self::multi(), $handle);
        self::$current->transfers[spl_object_id($handle)] = [$handle, Fiber::getCurrent(), $isCancelled];
        return Fiber::suspend();
    }

    /** Waits, and lets others go on meanwhile where there are some. */
    public static function pause(float $seconds): void
    {
        if (!self::isRunning()) {
            usleep((int) round(max(0.0, $seconds) * 1e6));
            return;
        }
        self::$current->timers[] = [microtime(true) + $seconds, Fiber::getCurrent()];
        Fiber::suspend();
    }

    /**
     * @param array<array-key, Closure(): mixed> $calls
     * @return array<array-key, mixed>
     */
    private function run(array $calls, int $limit): array
    {
        $results = array_fill_keys(array_keys($calls), null);
        $failure = null;
        $alive = 0;
        while (true) {
            while ($calls !== [] && $failure === null && $alive < $limit) {
                $key = array_key_first($calls);
                $call = $calls[$key];
                unset($calls[$key]);
                $alive++;
                (new Fiber(static function () use ($key, $call, &$results, &$failure, &$alive): void {
                    try {
                        $results[$key] = $call();
                    } catch (\Throwable $error) {
                        $failure ??= $error;
                    } finally {
                        $alive--;
                    }
                }))->start();
            }
            if ($alive === 0) {
                return $failure === null ? $results : throw $failure;
            }
            $this->step();
        }
    }

    private function step(): void
    {
        if ($this->transfers === [] && $this->timers === []) {
            throw new \LogicException('A call rests in a fiber that is not the library\'s.');
        }
        $ready = [...$this->finished(), ...$this->cancelled(), ...$this->due()];
        if ($ready === []) {
            // Without a transfer, curl would not wait at all.
            if ($this->transfers === [] || curl_multi_select(self::multi(), self::REST) === -1) {
                usleep(1000);
            }
        }
        foreach ($ready as [$fiber, $code]) {
            $fiber->resume($code);
        }
    }

    /** @return list<array{Fiber<mixed, mixed, mixed, mixed>, int}> */
    private function finished(): array
    {
        $ready = [];
        curl_multi_exec(self::multi(), $running);
        while (is_array($info = curl_multi_info_read(self::multi()))) {
            $ready[] = $this->taken(spl_object_id($info['handle']), $info['result']);
        }
        return $ready;
    }

    /** @return list<array{Fiber<mixed, mixed, mixed, mixed>, int}> */
    private function cancelled(): array
    {
        $ready = [];
        foreach ($this->transfers as $id => [, , $isCancelled]) {
            if ($isCancelled !== null && $isCancelled()) {
                // curl closes the connection of a transfer that has not come to its end.
                $ready[] = $this->taken($id, CURLE_ABORTED_BY_CALLBACK);
            }
        }
        return $ready;
    }

    /** @return list<array{Fiber<mixed, mixed, mixed, mixed>, int}> */
    private function due(): array
    {
        $ready = [];
        foreach ($this->timers as $index => [$time, $fiber]) {
            if ($time <= microtime(true)) {
                unset($this->timers[$index]);
                $ready[] = [$fiber, 0];
            }
        }
        return $ready;
    }

    /** @return array{Fiber<mixed, mixed, mixed, mixed>, int} */
    private function taken(int $id, int $code): array
    {
        [$handle, $fiber] = $this->transfers[$id];
        unset($this->transfers[$id]);
        curl_multi_remove_handle(self::multi(), $handle);
        return [$fiber, $code];
    }

    /** It keeps connections open from call to call; a process that was forked off has its own. */
    private static function multi(): CurlMultiHandle
    {
        if (self::$multi === null || self::$process !== getmypid()) {
            self::$multi = curl_multi_init();
            self::$process = (int) getmypid();
        }
        return self::$multi;
    }
}
