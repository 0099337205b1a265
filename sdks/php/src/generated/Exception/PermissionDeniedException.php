<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Exception;

/**
 * The API answered 403.
 *
 * Codes of today: insufficient_scope, shared_workspace.
 */
final class PermissionDeniedException extends ApiException
{
}
