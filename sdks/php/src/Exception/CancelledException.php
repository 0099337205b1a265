<?php

declare(strict_types=1);

namespace Orbinto\Exception;

/** The caller has cancelled the call, by `cancel` of its options. A write may have run all the same. */
final class CancelledException extends OrbintoException
{
}
