"""What all webhook events have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Optional

from ._record import Record


class EventRecord(Record):
    """An event that a webhook brought."""

    __slots__ = ("delivery_id",)

    timestamp: str
    """When it happened."""

    if TYPE_CHECKING:
        delivery_id: Optional[str]
        """The ``webhook-id`` of the delivery: the same for every attempt, so it tells what has come already."""


class UnknownEvent(EventRecord):
    """An event that this version does not know. All of its fields are there."""

    __slots__ = ()

    event: str
    data: Any

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any: ...
