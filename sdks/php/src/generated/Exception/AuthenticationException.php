<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Exception;

/**
 * The API answered 401.
 *
 * Codes of today: missing_api_key, invalid_api_key, live_key_in_sandbox, workspace_expired, invalid_access_token.
 */
final class AuthenticationException extends ApiException
{
}
