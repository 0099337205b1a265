<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Model;

use Orbinto\ApiObject;

/**
 * How the visitor rated the completed conversation. Absent until then.
 *
 * @property-read int $score From 1 (bad) to 5 (very good).
 * @property-read string|null $comment What the visitor wrote with the rating.
 * @property-read string $rated_at When the visitor rated.
 */
class Rating extends ApiObject
{
    protected const FIELDS = [
        'score' => null,
        'comment' => null,
        'rated_at' => null,
    ];
}
