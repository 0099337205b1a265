<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Exception;

/**
 * The API answered 400.
 *
 * Codes of today: malformed_request, invalid_json, invalid_url, invalid_query_parameter, unknown_query_parameter,
 * invalid_cursor.
 */
final class BadRequestException extends ApiException
{
}
