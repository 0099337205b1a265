<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Model;

use Orbinto\ApiObject;

/**
 * The visitor in short. `GET /visitors/{id}` returns the rest.
 *
 * @property-read string $id Identifies the visitor.
 * @property-read string|null $name Name, once the visitor has given one.
 * @property-read string|null $email Email address, once the visitor has given one.
 */
class VisitorReference extends ApiObject
{
    protected const FIELDS = [
        'id' => null,
        'name' => null,
        'email' => null,
    ];
}
