<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Exception;

/**
 * The API answered 413.
 *
 * Codes of today: payload_too_large.
 */
final class PayloadTooLargeException extends ApiException
{
}
