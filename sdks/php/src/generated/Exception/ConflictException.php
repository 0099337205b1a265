<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Exception;

/**
 * The API answered 409.
 *
 * Codes of today: email_taken, conversation_already_closed, conversation_already_open, conversation_closed,
 * webhook_limit_reached.
 */
final class ConflictException extends ApiException
{
}
