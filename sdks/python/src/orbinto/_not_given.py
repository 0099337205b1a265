"""What stands for an argument that was not given, since None means null."""

from __future__ import annotations

from typing import Any, Dict, Mapping


class NotGiven:
    """The type of :data:`NOT_GIVEN`."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return "NOT_GIVEN"

    def __reduce__(self) -> str:
        return "NOT_GIVEN"


NOT_GIVEN = NotGiven()
"""Leaves a field out. In an update, ``None`` clears a field and ``NOT_GIVEN`` leaves it as it is."""


def given(members: Mapping[str, Any]) -> Dict[str, Any]:
    """The members that have a value, ``None`` among them."""
    return {name: value for name, value in members.items() if not isinstance(value, NotGiven)}
