<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Model;

use Orbinto\Page;

/**
 * A page of chatbots.
 *
 * @extends Page<Chatbot>
 * @property-read list<Chatbot> $data The chatbots, newest first.
 * @property-read Pagination $pagination Where this page stands in the list. A request with `after` or `limit` is
 *   answered in cursor mode, every other one in page mode.
 */
class ChatbotList extends Page
{
    protected const FIELDS = [
        'data' => ['list', Chatbot::class],
        'pagination' => Pagination::class,
    ];
}
