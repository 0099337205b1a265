"""The asynchronous client. It needs httpx: ``pip install "orbinto[async]"``."""

from __future__ import annotations

import asyncio
from types import TracebackType
from typing import TYPE_CHECKING, Any, Awaitable, Callable, Mapping, Optional, Type, TypeVar, Union

from ._base_client import BaseClient, Recording
from ._call import Operation
from ._config import CallOptions, changed
from ._engine import Run, Send, Sleep, Token
from ._http import AsyncTransport, HttpResponse
from ._not_given import NOT_GIVEN, NotGiven
from ._response import RawResponse
from .errors import OAuthError
from .generated.async_resources import AsyncResources
from .hooks import Hooks
from .oauth import OAuthSession

if TYPE_CHECKING:
    from typing_extensions import ParamSpec

    A = ParamSpec("A")

T = TypeVar("T")


class AsyncOrbinto(AsyncResources, BaseClient):
    """As :class:`orbinto.Orbinto`, with ``await``. One serves many tasks of one event loop.

    A task that is cancelled gives up its connection; the next call gets its own answer.

    :param transport: carries the requests; :class:`orbinto.HttpxTransport` takes an ``httpx.AsyncClient`` of your own
    :raises ConfigurationError: without a key, without httpx, or for an option that cannot be
    """

    def __init__(
        self,
        api_key: Optional[str] = None,
        *,
        oauth: Optional[OAuthSession] = None,
        base_url: Optional[str] = None,
        timeout: Optional[float] = None,
        total_timeout: Optional[float] = None,
        max_retries: Optional[int] = None,
        headers: Optional[Mapping[str, str]] = None,
        hooks: Optional[Hooks] = None,
        transport: Optional[AsyncTransport] = None,
        sleep: Callable[[float], Awaitable[Any]] = asyncio.sleep,
    ) -> None:
        self._configure(
            api_key=api_key,
            oauth=oauth,
            base_url=base_url,
            timeout=timeout,
            total_timeout=total_timeout,
            max_retries=max_retries,
            headers=headers,
            hooks=hooks,
        )
        self._transport: AsyncTransport = transport if transport is not None else _httpx_transport()
        self._sleep = sleep

    def with_options(
        self,
        *,
        api_key: Union[str, NotGiven] = NOT_GIVEN,
        base_url: Union[str, NotGiven] = NOT_GIVEN,
        timeout: Union[float, NotGiven] = NOT_GIVEN,
        total_timeout: Union[float, NotGiven] = NOT_GIVEN,
        max_retries: Union[int, NotGiven] = NOT_GIVEN,
        headers: Union[Mapping[str, str], NotGiven] = NOT_GIVEN,
        hooks: Union[Hooks, NotGiven] = NOT_GIVEN,
    ) -> AsyncOrbinto:
        """A second client that differs in what is given. Both share their connections; headers are added."""
        members = {
            "api_key": api_key,
            "base_url": base_url,
            "timeout": timeout,
            "total_timeout": total_timeout,
            "max_retries": max_retries,
            "headers": headers,
            "hooks": hooks,
        }
        other = AsyncOrbinto.__new__(AsyncOrbinto)
        other._settings = changed(self._settings, members)
        other._oauth = self._oauth if isinstance(api_key, NotGiven) else None
        other._transport = self._transport
        other._sleep = self._sleep
        return other

    async def request(
        self,
        method: str,
        path: str,
        *,
        query: Optional[Mapping[str, Any]] = None,
        body: Any = None,
        headers: Optional[Mapping[str, str]] = None,
        options: Optional[CallOptions] = None,
    ) -> Any:
        """Calls any path of the API, also one that this version does not know. See :meth:`Orbinto.request`."""
        run = self._prepare_free(method, path, query, body, headers, options)
        return self._finish(await self._drive(run), None, True)

    async def raw(self, method: Callable[A, Awaitable[T]], *args: A.args, **given: A.kwargs) -> RawResponse[T]:
        """Calls a method and gives the response beside its result. See :meth:`Orbinto.raw`."""
        with Recording() as recording:
            return recording.raw(await method(*args, **given))

    async def close(self) -> None:
        """Closes all connections. An ``async with`` block does it at its end."""
        await self._transport.close()

    async def __aenter__(self) -> AsyncOrbinto:
        return self

    async def __aexit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        await self.close()

    async def _call(
        self,
        operation: Operation[T],
        ids: Any,
        query: Optional[Mapping[str, Any]] = None,
        body: Optional[Mapping[str, Any]] = None,
        options: Optional[CallOptions] = None,
    ) -> T:
        response = await self._drive(self._prepare(operation, ids, query, body, options))
        result: T = self._finish(response, operation.form, operation.form is not None)
        return result

    async def _drive(self, run: Run) -> HttpResponse:
        """Carries out the effects of a call."""
        try:
            effect = next(run)
            while True:
                try:
                    if isinstance(effect, Send):
                        outcome: Any = await self._transport.send(effect.request, effect.timeout)
                    elif isinstance(effect, Sleep):
                        outcome = await self._sleep(effect.seconds)
                    else:
                        outcome = await self._token(effect)
                except Exception as error:
                    effect = run.throw(error)
                else:
                    effect = run.send(outcome)
        except StopIteration as stop:
            response: HttpResponse = stop.value
            return response
        finally:
            run.close()

    async def _token(self, wanted: Token) -> str:
        """A token that works. Calls at the same time wait for one renewal."""
        assert self._oauth is not None
        async with self._oauth.async_lock():
            if not self._oauth.is_due(wanted.refused):
                return self._oauth.access_token
            try:
                self._oauth.accept(await self._drive(self._oauth.renewal(self._settings)))
            except OAuthError as error:
                self._oauth.fail(error)
                raise
            return self._oauth.access_token


def _httpx_transport() -> AsyncTransport:
    from ._httpx_transport import HttpxTransport

    return HttpxTransport()
