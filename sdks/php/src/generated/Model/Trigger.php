<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Model;

use Orbinto\ApiObject;

/**
 * What starts the chatbot. `type` decides which other fields it has.
 *
 * One of PageViewTrigger, TimeOnPageTrigger, KeywordTrigger, NewConversationTrigger. What later versions add is of
 * this class itself.
 *
 * @property-read string $type
 */
class Trigger extends ApiObject
{
    protected const FIELDS = [
        'type' => null,
    ];

    protected const UNION = [
        'of' => self::class,
        'by' => 'type',
        'members' => [
            'page_view' => PageViewTrigger::class,
            'time_on_page' => TimeOnPageTrigger::class,
            'keyword' => KeywordTrigger::class,
            'new_conversation' => NewConversationTrigger::class,
        ],
    ];
}
