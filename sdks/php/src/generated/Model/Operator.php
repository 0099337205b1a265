<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Model;

use Orbinto\ApiObject;

/**
 * A member of your team who answers conversations.
 *
 * @property-read string $id Identifies the operator.
 * @property-read string $name Full name of the operator.
 * @property-read string $email Email address the operator signs in with.
 * @property-read string $role What the operator may do in the dashboard. {@see \Orbinto\Enum\OperatorRole}
 * @property-read string $status Whether the operator is available. {@see \Orbinto\Enum\OperatorStatus}
 * @property-read string|null $avatar_url URL to a profile image.
 * @property-read string $created_at When the operator joined the workspace.
 * @property-read string $last_active_at When the operator last did something.
 */
class Operator extends ApiObject
{
    protected const FIELDS = [
        'id' => null,
        'name' => null,
        'email' => null,
        'role' => null,
        'status' => null,
        'avatar_url' => null,
        'created_at' => null,
        'last_active_at' => null,
    ];
}
