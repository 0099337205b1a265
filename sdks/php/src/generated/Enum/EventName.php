<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Enum;

/**
 * The name of an event.
 *
 * Values of today: answers may hold others, later.
 */
final class EventName
{
    public const CONVERSATION_CREATED = 'conversation.created';
    public const CONVERSATION_CLOSED = 'conversation.closed';
    public const CONVERSATION_ASSIGNED = 'conversation.assigned';
    public const CONVERSATION_RATED = 'conversation.rated';
    public const MESSAGE_CREATED = 'message.created';
    public const CONTACT_CREATED = 'contact.created';
    public const CONTACT_UPDATED = 'contact.updated';
    public const VISITOR_IDENTIFIED = 'visitor.identified';
    public const VISITOR_PAGE_VIEWED = 'visitor.page_viewed';
    public const CHATBOT_TRIGGERED = 'chatbot.triggered';
    public const CHATBOT_COMPLETED = 'chatbot.completed';
    public const OPERATOR_STATUS_CHANGED = 'operator.status_changed';

    /** @var list<string> */
    public const ALL = [
        self::CONVERSATION_CREATED,
        self::CONVERSATION_CLOSED,
        self::CONVERSATION_ASSIGNED,
        self::CONVERSATION_RATED,
        self::MESSAGE_CREATED,
        self::CONTACT_CREATED,
        self::CONTACT_UPDATED,
        self::VISITOR_IDENTIFIED,
        self::VISITOR_PAGE_VIEWED,
        self::CHATBOT_TRIGGERED,
        self::CHATBOT_COMPLETED,
        self::OPERATOR_STATUS_CHANGED,
    ];
}
