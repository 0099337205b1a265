<?php

declare(strict_types=1);

namespace Orbinto\Exception;

/** The root of all that this library throws. No message holds a key, a token or a secret. */
abstract class OrbintoException extends \RuntimeException
{
}
