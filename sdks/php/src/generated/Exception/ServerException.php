<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Exception;

/**
 * The API answered 5xx: something went wrong there.
 *
 * Codes of today: unknown_method, unsupported_transfer_encoding, internal_error, workspace_limit_reached,
 * workspace_full, snapshot_limit_reached, snapshots_full, record_limit_reached.
 */
final class ServerException extends ApiException
{
}
