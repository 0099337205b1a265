<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Exception;

/**
 * The API answered 429.
 *
 * Codes of today: rate_limit_exceeded, delivery_limit_reached, opening_limit_reached.
 */
final class RateLimitException extends ApiException
{
}
