<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Model;

use Orbinto\ApiObject;

/**
 * A visitor who has been identified by name or email, or a person you have added.
 *
 * @property-read string $id Identifies the contact.
 * @property-read string|null $email Contact email address. Unique, without regard to case (Unicode case folding).
 *   Null for a contact who gave only a name in a chat.
 * @property-read string|null $name Full name of the contact.
 * @property-read string|null $phone Phone number in E.164 format.
 * @property-read string|null $company Company or organization name.
 * @property-read string|null $avatar_url URL to a profile image.
 * @property-read ApiObject $custom_attributes Key-value pairs of custom data. Keys must be strings; values can be any
 *   JSON.
 * @property-read list<string> $tags Tag names assigned to the contact.
 * @property-read string $created_at When the contact was created.
 * @property-read string $updated_at When it last changed.
 */
class Contact extends ApiObject
{
    protected const FIELDS = [
        'id' => null,
        'email' => null,
        'name' => null,
        'phone' => null,
        'company' => null,
        'avatar_url' => null,
        'custom_attributes' => null,
        'tags' => null,
        'created_at' => null,
        'updated_at' => null,
    ];
}
