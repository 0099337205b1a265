"""Warns once an operation and process when the API says that it will end."""

from __future__ import annotations

import sys
import threading
import warnings
from typing import Mapping, Set


class APIDeprecationWarning(DeprecationWarning):
    """The API says that an operation is deprecated, or when it ends."""


_told: Set[str] = set()
_lock = threading.Lock()


def warn_of_deprecation(operation: str, headers: Mapping[str, str]) -> None:
    """Warns where the answer has a ``Deprecation`` or ``Sunset`` header, at the line of the caller."""
    sunset = headers.get("sunset")
    if "deprecation" not in headers and sunset is None:
        return
    with _lock:
        if operation in _told:
            return
        _told.add(operation)
    end = f" and ends on {sunset}" if sunset else ""
    warnings.warn(
        f"{operation} is deprecated{end}. See https://developers.orbinto.com/changelog/.",
        APIDeprecationWarning,
        stacklevel=_callers_level(),
    )


def _callers_level() -> int:
    """How many frames lie between here and the program that uses the library."""
    own = __name__.partition(".")[0]
    level, frame = 1, sys._getframe(1)
    while frame.f_back is not None and str(frame.f_globals.get("__name__", "")).partition(".")[0] == own:
        frame = frame.f_back
        level += 1
    return level
