<?php

declare(strict_types=1);

namespace Orbinto\Exception;

/** Something is wrong before anything is sent: a missing key, a base URL without scheme, an id that is empty, a body that is no JSON. */
final class ConfigurationException extends OrbintoException
{
}
