"""What a program can watch: each try, each answer, each wait, each error."""

from __future__ import annotations

from typing import Callable, Dict, NamedTuple, Optional

from ._http import Headers


class Attempt(NamedTuple):
    """One try of a call."""

    operation: str
    """``contacts.get``, or the method and path of ``request``."""
    method: str
    path: str
    """Behind the base URL, without the query."""
    number: int
    """1 for the first try."""
    headers: Dict[str, str]
    """What is sent besides the credential. ``before`` may add some, such as ``traceparent``."""


class Answer(NamedTuple):
    """What came back."""

    status: int
    headers: Headers
    seconds: float
    """How long the try took."""


class Hooks(NamedTuple):
    """Functions that are called on the way; each may be left out. What they raise goes to the caller."""

    before: Optional[Callable[[Attempt], None]] = None
    """Before each try."""
    after: Optional[Callable[[Attempt, Answer], None]] = None
    """After each answer, whatever its status."""
    retry: Optional[Callable[[Attempt, float], None]] = None
    """Before a wait, with its seconds."""
    error: Optional[Callable[[Attempt, Exception], None]] = None
    """Once, before an error is raised."""
