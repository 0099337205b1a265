"""What the namespaces of a client stand on."""

from __future__ import annotations

from typing import Any, Mapping, Optional, TypeVar

from ._call import Operation
from ._config import CallOptions

T = TypeVar("T")


class Caller:
    """Calls operations."""

    def _call(
        self,
        operation: Operation[T],
        ids: Any,
        query: Optional[Mapping[str, Any]] = None,
        body: Optional[Mapping[str, Any]] = None,
        options: Optional[CallOptions] = None,
    ) -> T:
        raise NotImplementedError


class AsyncCaller:
    """Calls operations, to be awaited."""

    async def _call(
        self,
        operation: Operation[T],
        ids: Any,
        query: Optional[Mapping[str, Any]] = None,
        body: Optional[Mapping[str, Any]] = None,
        options: Optional[CallOptions] = None,
    ) -> T:
        raise NotImplementedError


class Resource:
    """A namespace of the client."""

    def __init__(self, client: Caller) -> None:
        self._client = client


class AsyncResource:
    """A namespace of the asynchronous client."""

    def __init__(self, client: AsyncCaller) -> None:
        self._client = client
