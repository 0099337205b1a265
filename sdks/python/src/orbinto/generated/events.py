# Generated from spec/ by `npm run generate`. Do not edit.

"""The events that webhooks bring."""

from __future__ import annotations

from typing import Any, Callable, Literal, TypeVar, Union, overload

from .._event import UnknownEvent
from .._record import OneOf
from . import types

R = TypeVar("R")

EventName = Union[Literal[
    "conversation.created",
    "conversation.closed",
    "conversation.assigned",
    "conversation.rated",
    "message.created",
    "contact.created",
    "contact.updated",
    "visitor.identified",
    "visitor.page_viewed",
    "chatbot.triggered",
    "chatbot.completed",
    "operator.status_changed",
], str]
"""The names of all events."""

Event = Union[
    types.ConversationCreatedEvent,
    types.ConversationClosedEvent,
    types.ConversationAssignedEvent,
    types.ConversationRatedEvent,
    types.MessageCreatedEvent,
    types.ContactCreatedEvent,
    types.ContactUpdatedEvent,
    types.VisitorIdentifiedEvent,
    types.VisitorPageViewedEvent,
    types.ChatbotTriggeredEvent,
    types.ChatbotCompletedEvent,
    types.OperatorStatusChangedEvent,
    UnknownEvent,
]
"""An event. `event.event` tells which; one that this version does not know is an `UnknownEvent`."""

EVENTS = OneOf(
    "event",
    {
        "conversation.created": types.ConversationCreatedEvent,
        "conversation.closed": types.ConversationClosedEvent,
        "conversation.assigned": types.ConversationAssignedEvent,
        "conversation.rated": types.ConversationRatedEvent,
        "message.created": types.MessageCreatedEvent,
        "contact.created": types.ContactCreatedEvent,
        "contact.updated": types.ContactUpdatedEvent,
        "visitor.identified": types.VisitorIdentifiedEvent,
        "visitor.page_viewed": types.VisitorPageViewedEvent,
        "chatbot.triggered": types.ChatbotTriggeredEvent,
        "chatbot.completed": types.ChatbotCompletedEvent,
        "operator.status_changed": types.OperatorStatusChangedEvent,
    },
    (),
    UnknownEvent,
)


class EventRouter:
    """Knows the type of each event's handler."""

    @overload
    def on(
        self, event: Literal["conversation.created"]
    ) -> Callable[[Callable[[types.ConversationCreatedEvent], R]], Callable[[types.ConversationCreatedEvent], R]]: ...

    @overload
    def on(
        self, event: Literal["conversation.closed"]
    ) -> Callable[[Callable[[types.ConversationClosedEvent], R]], Callable[[types.ConversationClosedEvent], R]]: ...

    @overload
    def on(
        self, event: Literal["conversation.assigned"]
    ) -> Callable[[Callable[[types.ConversationAssignedEvent], R]], Callable[[types.ConversationAssignedEvent], R]]: ...

    @overload
    def on(
        self, event: Literal["conversation.rated"]
    ) -> Callable[[Callable[[types.ConversationRatedEvent], R]], Callable[[types.ConversationRatedEvent], R]]: ...

    @overload
    def on(
        self, event: Literal["message.created"]
    ) -> Callable[[Callable[[types.MessageCreatedEvent], R]], Callable[[types.MessageCreatedEvent], R]]: ...

    @overload
    def on(
        self, event: Literal["contact.created"]
    ) -> Callable[[Callable[[types.ContactCreatedEvent], R]], Callable[[types.ContactCreatedEvent], R]]: ...

    @overload
    def on(
        self, event: Literal["contact.updated"]
    ) -> Callable[[Callable[[types.ContactUpdatedEvent], R]], Callable[[types.ContactUpdatedEvent], R]]: ...

    @overload
    def on(
        self, event: Literal["visitor.identified"]
    ) -> Callable[[Callable[[types.VisitorIdentifiedEvent], R]], Callable[[types.VisitorIdentifiedEvent], R]]: ...

    @overload
    def on(
        self, event: Literal["visitor.page_viewed"]
    ) -> Callable[[Callable[[types.VisitorPageViewedEvent], R]], Callable[[types.VisitorPageViewedEvent], R]]: ...

    @overload
    def on(
        self, event: Literal["chatbot.triggered"]
    ) -> Callable[[Callable[[types.ChatbotTriggeredEvent], R]], Callable[[types.ChatbotTriggeredEvent], R]]: ...

    @overload
    def on(
        self, event: Literal["chatbot.completed"]
    ) -> Callable[[Callable[[types.ChatbotCompletedEvent], R]], Callable[[types.ChatbotCompletedEvent], R]]: ...

    @overload
    def on(
        self, event: Literal["operator.status_changed"]
    ) -> Callable[[Callable[[types.OperatorStatusChangedEvent], R]], Callable[[types.OperatorStatusChangedEvent], R]]: ...

    @overload
    def on(self, event: str) -> Callable[[Callable[[Any], R]], Callable[[Any], R]]: ...

    def on(self, event: str) -> Any:
        """Registers the function below as the handler of an event: `@router.on("message.created")`."""

        def register(handler: Callable[[Any], R]) -> Callable[[Any], R]:
            self._register(event, handler)
            return handler

        return register

    def _register(self, event: str, handler: Callable[[Any], Any]) -> None:
        raise NotImplementedError
