<?php

// Generated from the API's specification. Changes are lost: `npm run generate` writes it anew.

declare(strict_types=1);

namespace Orbinto\Internal;

/**
 * The class of each event.
 *
 * @internal
 */
final class EventTypes
{
    public const CLASSES = [
        'conversation.created' => \Orbinto\Model\ConversationCreatedEvent::class,
        'conversation.closed' => \Orbinto\Model\ConversationClosedEvent::class,
        'conversation.assigned' => \Orbinto\Model\ConversationAssignedEvent::class,
        'conversation.rated' => \Orbinto\Model\ConversationRatedEvent::class,
        'message.created' => \Orbinto\Model\MessageCreatedEvent::class,
        'contact.created' => \Orbinto\Model\ContactCreatedEvent::class,
        'contact.updated' => \Orbinto\Model\ContactUpdatedEvent::class,
        'visitor.identified' => \Orbinto\Model\VisitorIdentifiedEvent::class,
        'visitor.page_viewed' => \Orbinto\Model\VisitorPageViewedEvent::class,
        'chatbot.triggered' => \Orbinto\Model\ChatbotTriggeredEvent::class,
        'chatbot.completed' => \Orbinto\Model\ChatbotCompletedEvent::class,
        'operator.status_changed' => \Orbinto\Model\OperatorStatusChangedEvent::class,
    ];
}
