<?php

declare(strict_types=1);

namespace Orbinto;

use Closure;
use Orbinto\Exception\ConfigurationException;
use Orbinto\Internal\Loop;

/** Several calls at the same time, in one process, without an extension: what waits is the network. */
final class Concurrent
{
    /**
     * Carries out calls at the same time and gives what they return, under the same keys.
     *
     *     $contacts = Concurrent::all(array_map(fn ($id) => fn () => $orbinto->contacts->get($id), $ids));
     *
     * @template K of array-key
     * @template T
     * @param array<K, Closure(): T> $calls
     * @param int $limit how many run at once at most
     * @return array<K, T>
     * @throws \Throwable the first that one of them threw; none is begun after it, and those that run are waited for
     */
    public static function all(array $calls, int $limit = 10): array
    {
        if ($limit < 1) {
            throw new ConfigurationException('limit is 1 or more.');
        }
        return Loop::all($calls, $limit);
    }
}
