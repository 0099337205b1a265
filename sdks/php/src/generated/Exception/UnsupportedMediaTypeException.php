<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Exception;

/**
 * The API answered 415.
 *
 * Codes of today: unsupported_media_type, unsupported_content_encoding.
 */
final class UnsupportedMediaTypeException extends ApiException
{
}
