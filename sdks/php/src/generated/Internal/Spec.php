<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Internal;

/**
 * What the core takes from the specification. Times are seconds.
 *
 * @internal
 */
final class Spec
{
    public const BASE_URL = 'https://api.orbinto.com/v1';
    public const TIMEOUT = 30.0;
    public const TOTAL_TIMEOUT = 120.0;
    public const MAX_RETRIES = 2;
    public const BACKOFF_FIRST = 0.5;
    public const BACKOFF_FACTOR = 2;
    public const BACKOFF_MOST = 8.0;
    public const JITTER_FROM = 0.75;
    public const LONGEST_RETRY_AFTER = 60.0;
    public const RETRIED_ALWAYS = [429];
    public const RETRIED_IF_REPEATABLE = [408, 500, 502, 503, 504];
    public const WEBHOOK_TOLERANCE = 300;
    public const REFRESH_BEFORE_EXPIRY = 30;
    public const RATE_LIMIT_HEADERS = ['X-RateLimit-Limit', 'X-RateLimit-Remaining', 'X-RateLimit-Reset'];
    public const REQUEST_ID_HEADER = 'X-Request-Id';
    public const RETRY_AFTER_HEADER = 'Retry-After';
    public const WEBHOOK_ID_HEADER = 'webhook-id';
    public const WEBHOOK_TIMESTAMP_HEADER = 'webhook-timestamp';
    public const WEBHOOK_SIGNATURE_HEADER = 'webhook-signature';
    public const WEBHOOK_PLAIN_HEADER = 'X-Orbinto-Signature';
    public const AUTHORIZE_URL = 'https://app.orbinto.com/oauth/authorize';
    public const TOKEN_URL = 'https://app.orbinto.com/oauth/token';
    public const REVOKE_URL = 'https://app.orbinto.com/oauth/revoke';
    public const ERROR_DOC_URL = 'https://developers.orbinto.com/errors/#{code}';
    public const STATUS_CLASSES = [
        400 => \Orbinto\Exception\BadRequestException::class,
        401 => \Orbinto\Exception\AuthenticationException::class,
        403 => \Orbinto\Exception\PermissionDeniedException::class,
        404 => \Orbinto\Exception\NotFoundException::class,
        409 => \Orbinto\Exception\ConflictException::class,
        413 => \Orbinto\Exception\PayloadTooLargeException::class,
        415 => \Orbinto\Exception\UnsupportedMediaTypeException::class,
        422 => \Orbinto\Exception\UnprocessableEntityException::class,
        429 => \Orbinto\Exception\RateLimitException::class,
    ];
}
