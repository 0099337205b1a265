<?php

declare(strict_types=1);

namespace Orbinto\Exception;

/** A delivery that cannot be believed. Answer it with a 400, and do nothing else. */
final class WebhookVerificationException extends OrbintoException
{
}
