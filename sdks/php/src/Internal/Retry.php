<?php

declare(strict_types=1);

namespace Orbinto\Internal;

use Orbinto\Exception\ApiException;
use Orbinto\Exception\ConnectionException;
use Orbinto\Exception\OrbintoException;
use Orbinto\Exception\TimeoutException;

/**
 * Whether and when a call is sent again.
 *
 * @internal
 */
final class Retry
{
    /**
     * Seconds to wait before the next try; null where there is none.
     *
     * @param int $done how many repeats there were already
     */
    public static function wait(OrbintoException $error, bool $isRepeatable, int $done): ?float
    {
        if (!self::mayRepeat($error, $isRepeatable)) {
            return null;
        }
        $told = $error instanceof ApiException ? $error->retryAfter : null;
        if ($told !== null) {
            return $told <= Spec::LONGEST_RETRY_AFTER ? $told : null;
        }
        $most = min(Spec::BACKOFF_MOST, Spec::BACKOFF_FIRST * Spec::BACKOFF_FACTOR ** $done);
        return $most * (Spec::JITTER_FROM + (1 - Spec::JITTER_FROM) * random_int(0, 1_000_000) / 1_000_000);
    }

    private static function mayRepeat(OrbintoException $error, bool $isRepeatable): bool
    {
        if ($error instanceof ApiException) {
            return in_array($error->status, Spec::RETRIED_ALWAYS, true)
                || ($isRepeatable && in_array($error->status, Spec::RETRIED_IF_REPEATABLE, true));
        }
        return $isRepeatable && ($error instanceof ConnectionException || $error instanceof TimeoutException);
    }
}
