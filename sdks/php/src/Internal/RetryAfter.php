<?php

declare(strict_types=1);

namespace Orbinto\Internal;

use Orbinto\Transport\Response;

/**
 * Reads how long to wait.
 *
 * @internal
 */
final class RetryAfter
{
    private const FORMATS = ['D, d M Y H:i:s \G\M\T', 'l, d-M-y H:i:s \G\M\T', 'D M j H:i:s Y'];

    /** Seconds from now, 0 for a date that has passed; null where there is none, or what is neither number nor date. */
    public static function seconds(Response $response): ?float
    {
        $value = trim($response->header(Spec::RETRY_AFTER_HEADER) ?? '');
        if (preg_match('/\A\d{1,9}(?:\.\d{1,9})?\z/', $value) === 1) {
            return (float) $value;
        }
        foreach (self::FORMATS as $format) {
            $date = \DateTimeImmutable::createFromFormat($format, $value, new \DateTimeZone('UTC'));
            if ($date !== false) {
                return max(0.0, (float) ($date->getTimestamp() - time()));
            }
        }
        return null;
    }
}
