"""What all webhook events have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Optional

from ._record import Record


class EventRecord(Record):
    """An event that a webhook brought."""

    __slots__ = ("delivery_id",)

    if TYPE_CHECKING:
        delivery_id: Optional[str]
        """The ``webhook-id`` of the delivery: the same for every attempt, so it tells what has come already."""


# Not by an annotation: a slot must have none in the class. It is None until a delivery brings the event.
EventRecord._known = EventRecord._known | {"delivery_id"}


class UnknownEvent(EventRecord):
    """An event that this version does not know. All of its fields are there."""

    __slots__ = ()

    event: str
    timestamp: Optional[str]
    data: Any

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any: ...
