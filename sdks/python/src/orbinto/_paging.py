"""Lists: which page comes next, whatever client asks for it. Nothing is asked for before it is wanted."""

from __future__ import annotations

import sys
from typing import Any, AsyncIterator, Dict, Generic, Iterator, List, Mapping, Optional, Protocol, Set, TypeVar, cast

from ._call import Operation
from ._config import CallOptions
from ._not_given import given
from ._record import ListPage
from .errors import ConfigurationError, InvalidResponseError
from .generated.settings import CURSOR_PARAMETERS, PAGE_PARAMETERS, PAGE_SIZE

T = TypeVar("T")
P = TypeVar("P")


class _Asker(Protocol):
    def _call(
        self,
        operation: Operation[Any],
        ids: Any,
        query: Any = None,
        body: Any = None,
        options: Optional[CallOptions] = None,
    ) -> Any: ...


class _Place:
    """Where reading stands: the query of the next page, and what has come already."""

    def __init__(self, query: Mapping[str, Any], operation: str) -> None:
        self._operation = operation
        self._query: Optional[Dict[str, Any]] = dict(query)
        self._is_paged = any(query.get(name) is not None for name in PAGE_PARAMETERS)
        self._seen: Set[Any] = set()
        if not self._is_paged and all(query.get(name) is None for name in CURSOR_PARAMETERS):
            self._query = {**query, CURSOR_PARAMETERS[1]: PAGE_SIZE}

    @property
    def query(self) -> Optional[Dict[str, Any]]:
        """None where there is no further page."""
        return self._query

    def arrived(self, page: Any) -> ListPage[Any, Any]:
        """Moves on behind a page. :raises InvalidResponseError: when it is none, or reading would never end"""
        if not isinstance(page, ListPage) or not isinstance(page.get("data"), list):
            raise InvalidResponseError(f"The answer of {self._operation} is no page of a list.", status=200)
        self._query = self._after(page, self._query or {})
        if self._is_paged:
            # New records push others to the next page.
            page["data"] = [item for item in page["data"] if self._is_new(item)]
        return page

    def _after(self, page: ListPage[Any, Any], query: Dict[str, Any]) -> Optional[Dict[str, Any]]:
        pagination = page.get("pagination")
        if not isinstance(pagination, dict) or not pagination.get("has_more"):
            return None
        if self._is_paged:
            if not page["data"]:
                told = f"{self._operation} says that there is more, but its page is empty."
                raise InvalidResponseError(told, status=200)
            number = query.get(PAGE_PARAMETERS[0])
            return {**query, PAGE_PARAMETERS[0]: (number if isinstance(number, int) else 1) + 1}
        cursor = pagination.get("next_cursor")
        if not isinstance(cursor, str) or cursor == query.get(CURSOR_PARAMETERS[0]):
            told = f"The cursor of {self._operation} does not move, reading would never end."
            raise InvalidResponseError(told, status=200)
        return {**query, CURSOR_PARAMETERS[0]: cursor}

    def _is_new(self, item: Any) -> bool:
        name = item.get("id") if isinstance(item, dict) else None
        if not isinstance(name, str):
            return True
        is_new = name not in self._seen
        self._seen.add(name)
        return is_new


class _Listing:
    """What both kinds of lists know: the call."""

    def __init__(
        self,
        client: _Asker,
        operation: Operation[Any],
        ids: Any,
        query: Mapping[str, Any],
        body: Optional[Mapping[str, Any]],
        options: Optional[CallOptions],
    ) -> None:
        self._client = client
        self._operation = operation
        self._ids = ids
        self._query = {name: value for name, value in given(query).items() if value is not None}
        self._body = body
        self._options = options

    def _place(self) -> _Place:
        return _Place(self._query, self._operation.name)

    def _ask(self, query: Mapping[str, Any]) -> Any:
        return self._client._call(self._operation, self._ids, query, self._body, self._options)

    def __repr__(self) -> str:
        return f"<list of {self._operation.name}: iterate over it, or call page(), pages(), take(n)>"


class Pager(_Listing, Generic[T, P]):
    """A list that is read as it is wanted. Nothing is asked for before that.

    Iterate over it for every item of all pages; each time from the beginning. Without ``page``, ``per_page``,
    ``after`` or ``limit`` it is read by cursor, 100 items a request, so records that come in between do no harm.
    """

    def __iter__(self) -> Iterator[T]:
        for page in self.pages():
            yield from page.data

    def pages(self) -> Iterator[ListPage[T, P]]:
        """Every page, one request each."""
        place = self._place()
        while place.query is not None:
            yield place.arrived(self._ask(place.query))

    def page(self) -> ListPage[T, P]:
        """One page, with ``data`` and ``pagination``: exactly one request with the parameters given."""
        return cast("ListPage[T, P]", self._ask(self._query))

    def take(self, count: int) -> List[T]:
        """The first ``count`` items; asks for no more pages than that takes."""
        items: List[T] = []
        if _checked_count(count) > 0:
            for item in self:
                items.append(item)
                if len(items) == count:
                    break
        return items

    def first(self) -> Optional[T]:
        """The first item, or None."""
        return next(iter(self), None)


class AsyncPager(_Listing, Generic[T, P]):
    """As :class:`Pager`, with ``async for`` and ``await``."""

    async def __aiter__(self) -> AsyncIterator[T]:
        async for page in self.pages():
            for item in page.data:
                yield item

    async def pages(self) -> AsyncIterator[ListPage[T, P]]:
        """Every page, one request each."""
        place = self._place()
        while place.query is not None:
            yield place.arrived(await self._ask(place.query))

    async def page(self) -> ListPage[T, P]:
        """One page, with ``data`` and ``pagination``: exactly one request with the parameters given."""
        return cast("ListPage[T, P]", await self._ask(self._query))

    async def take(self, count: int) -> List[T]:
        """The first ``count`` items; asks for no more pages than that takes."""
        items: List[T] = []
        if _checked_count(count) > 0:
            async for item in self:
                items.append(item)
                if len(items) == count:
                    break
        return items

    async def first(self) -> Optional[T]:
        """The first item, or None."""
        async for item in self:
            return item
        return None


def _checked_count(count: int) -> int:
    if isinstance(count, bool) or not isinstance(count, int) or not 0 <= count <= sys.maxsize:
        raise ConfigurationError("take wants a number of items, 0 or more.")
    return count
