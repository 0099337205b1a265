<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Exception;

/**
 * The API answered 404.
 *
 * Codes of today: not_found.
 */
final class NotFoundException extends ApiException
{
}
