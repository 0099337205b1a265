"""A request and its answer, and what carries them."""

from __future__ import annotations

from typing import Dict, Iterable, Iterator, Mapping, Optional, Protocol, Tuple, Union, cast


class Headers(Mapping[str, str]):
    """The headers of an answer. Names are read in any case; those that come twice are joined by a comma."""

    __slots__ = ("_values",)

    def __init__(self, pairs: Union[Mapping[str, str], Iterable[Tuple[str, str]]] = ()) -> None:
        values: Dict[str, str] = {}
        # A mapping may be an iterable of pairs as well, for all that a checker of types knows.
        items = cast("Mapping[str, str]", pairs).items() if isinstance(pairs, Mapping) else pairs
        for name, value in items:
            low = name.lower()
            values[low] = f"{values[low]}, {value}" if low in values else value
        self._values = values

    def __getitem__(self, name: str) -> str:
        return self._values[name.lower()]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __repr__(self) -> str:
        return f"Headers({self._values!r})"


class HttpRequest:
    """What is sent. ``headers`` has the credential: do not write it down."""

    __slots__ = ("method", "url", "headers", "body")

    def __init__(self, method: str, url: str, headers: Mapping[str, str], body: Optional[bytes]) -> None:
        self.method: str = method
        self.url: str = url
        self.headers: Mapping[str, str] = headers
        self.body: Optional[bytes] = body

    def __repr__(self) -> str:
        return f"HttpRequest({self.method} {self.url})"


class HttpResponse:
    """What came back, read to its end."""

    __slots__ = ("status", "headers", "body")

    def __init__(
        self,
        status: int,
        headers: Union[Mapping[str, str], Iterable[Tuple[str, str]]],
        body: bytes,
    ) -> None:
        self.status: int = status
        self.headers: Headers = headers if isinstance(headers, Headers) else Headers(headers)
        self.body: bytes = body


class Transport(Protocol):
    """Carries requests. One of your own goes to ``Orbinto(transport=…)``; it serves many threads at once."""

    def send(self, request: HttpRequest, timeout: float) -> HttpResponse:
        """Sends once and reads the whole answer, without following redirects.

        :param timeout: seconds for all of it, the body too
        :raises TimeoutError: when it takes longer
        :raises OSError: when the connection cannot be made or breaks
        """
        ...

    def close(self) -> None:
        """Gives up all connections."""
        ...


class AsyncTransport(Protocol):
    """As :class:`Transport`, for ``AsyncOrbinto``."""

    async def send(self, request: HttpRequest, timeout: float) -> HttpResponse:
        """Sends once and reads the whole answer, without following redirects."""
        ...

    async def close(self) -> None:
        """Gives up all connections."""
        ...
