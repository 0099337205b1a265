<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Exception;

/**
 * The API answered 422.
 *
 * Codes of today: invalid_parameter, missing_parameter, unknown_parameter, author_required, webhook_url_not_allowed.
 */
final class UnprocessableEntityException extends ApiException
{
}
