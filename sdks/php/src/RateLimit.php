<?php

declare(strict_types=1);

namespace Orbinto;

use Orbinto\Internal\Spec;
use Orbinto\Transport\Response;

/** How much of the rate limit is left. */
final class RateLimit
{
    /**
     * @param int $limit requests a minute
     * @param int $remaining how many are left of them
     * @param int $reset when they are new, in Unix seconds
     */
    public function __construct(
        public readonly int $limit,
        public readonly int $remaining,
        public readonly int $reset,
    ) {
    }

    /** Null where an answer tells none, or not in numbers. */
    public static function of(Response $response): ?self
    {
        $numbers = [];
        foreach (Spec::RATE_LIMIT_HEADERS as $name) {
            $value = $response->header($name) ?? '';
            if (!ctype_digit($value) || strlen($value) > 18) {
                return null;
            }
            $numbers[] = (int) $value;
        }
        return new self(...$numbers);
    }
}
