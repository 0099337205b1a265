<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Model;

/**
 * Starts when a visitor's message has one of the keywords.
 *
 * @property-read string $type A word is written.
 * @property-read list<string> $keywords Words to look for. Upper and lower case are the same.
 */
class KeywordTrigger extends Trigger
{
    protected const FIELDS = [
        'type' => null,
        'keywords' => null,
    ];
}
