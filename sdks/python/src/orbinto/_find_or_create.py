"""A contact by email, made where there is none: safe to call again after a lost answer."""

from __future__ import annotations

from typing import Any, Awaitable, Callable, Optional, TypeVar

from .errors import APIError, ConnectionError, OrbintoError, ServerError, TimeoutError

T = TypeVar("T")


def _may_be_there(error: OrbintoError) -> bool:
    """Whether the record may exist although creating it has failed: the answer was lost, or somebody was faster."""
    if isinstance(error, (ConnectionError, TimeoutError, ServerError)):
        return True
    return isinstance(error, APIError) and error.code == "email_taken"


def find_or_create(find: Callable[[], Optional[T]], create: Callable[[], T]) -> T:
    """Looks, creates, and looks again where that failed."""
    found = find()
    if found is not None:
        return found
    try:
        return create()
    except OrbintoError as error:
        found = find() if _may_be_there(error) else None
        if found is None:
            raise
        return found


async def find_or_create_async(
    find: Callable[[], Awaitable[Optional[T]]],
    create: Callable[[], Awaitable[T]],
) -> T:
    """As :func:`find_or_create`."""
    found: Any = await find()
    if found is None:
        try:
            found = await create()
        except OrbintoError as error:
            found = await find() if _may_be_there(error) else None
            if found is None:
                raise
    made: T = found
    return made
