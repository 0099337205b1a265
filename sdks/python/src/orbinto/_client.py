"""The synchronous client."""

from __future__ import annotations

import threading
import time
from types import TracebackType
from typing import TYPE_CHECKING, Any, Callable, Mapping, Optional, Type, TypeVar, Union

from ._base_client import BaseClient, Recording
from ._call import Operation
from ._config import CallOptions, changed
from ._engine import Run, Send, Sleep, Token
from ._http import HttpResponse, Transport
from ._not_given import NOT_GIVEN, NotGiven
from ._response import RawResponse
from ._transport import HttpTransport
from .errors import OAuthError
from .generated.resources import Resources
from .hooks import Hooks
from .oauth import OAuthSession

if TYPE_CHECKING:
    from typing_extensions import ParamSpec

    A = ParamSpec("A")

T = TypeVar("T")


class Orbinto(Resources, BaseClient):
    """A client of the Orbinto API. One serves many threads; keep it as long as the program runs.

    :param api_key: a key, else the variable ``ORBINTO_API_KEY``
    :param oauth: a session of OAuth instead of a key, see :mod:`orbinto.oauth`
    :param base_url: where the API is, else ``ORBINTO_BASE_URL``, else ``https://api.orbinto.com/v1``
    :param timeout: seconds of a try, the body too; 30
    :param total_timeout: seconds of all tries with their waits; 120
    :param max_retries: how often a call is sent again at most; 2
    :param headers: sent with every call
    :param hooks: functions that see every try
    :param transport: carries the requests; for proxies and certificates see :class:`orbinto.HttpTransport`
    :param sleep: waits so many seconds; tests pass their own
    :raises ConfigurationError: without a key, or for an option that cannot be
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
        transport: Optional[Transport] = None,
        sleep: Callable[[float], None] = time.sleep,
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
        self._transport: Transport = transport if transport is not None else HttpTransport()
        self._sleep = sleep
        self._renewing = threading.Lock()

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
    ) -> Orbinto:
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
        other = Orbinto.__new__(Orbinto)
        other._settings = changed(self._settings, members)
        other._oauth = self._oauth if isinstance(api_key, NotGiven) else None
        other._transport = self._transport
        other._sleep = self._sleep
        other._renewing = self._renewing
        return other

    def request(
        self,
        method: str,
        path: str,
        *,
        query: Optional[Mapping[str, Any]] = None,
        body: Any = None,
        headers: Optional[Mapping[str, str]] = None,
        options: Optional[CallOptions] = None,
    ) -> Any:
        """Calls any path of the API, also one that this version does not know.

        :param path: behind the base URL, ``/contacts``
        :param body: sent as JSON
        :returns: the JSON of the answer, None where there is none
        :raises OrbintoError: as every call
        """
        return self._finish(self._drive(self._prepare_free(method, path, query, body, headers, options)), None, True)

    def raw(self, method: Callable[A, T], *args: A.args, **given: A.kwargs) -> RawResponse[T]:
        """Calls a method and gives the response beside its result: status, headers, request id, rate limit.

        ``client.raw(client.contacts.get, "con_abc123").rate_limit``
        """
        with Recording() as recording:
            return recording.raw(method(*args, **given))

    def close(self) -> None:
        """Closes idle connections. A ``with`` block does it at its end."""
        self._transport.close()

    def __enter__(self) -> Orbinto:
        return self

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        self.close()

    def _call(
        self,
        operation: Operation[T],
        ids: Any,
        query: Optional[Mapping[str, Any]] = None,
        body: Optional[Mapping[str, Any]] = None,
        options: Optional[CallOptions] = None,
    ) -> T:
        response = self._drive(self._prepare(operation, ids, query, body, options))
        result: T = self._finish(response, operation.form, operation.form is not None)
        return result

    def _drive(self, run: Run) -> HttpResponse:
        """Carries out the effects of a call."""
        try:
            effect = next(run)
            while True:
                try:
                    if isinstance(effect, Send):
                        outcome: Any = self._transport.send(effect.request, effect.timeout)
                    elif isinstance(effect, Sleep):
                        outcome = self._sleep(effect.seconds)
                    else:
                        outcome = self._token(effect)
                except Exception as error:
                    effect = run.throw(error)
                else:
                    effect = run.send(outcome)
        except StopIteration as stop:
            response: HttpResponse = stop.value
            return response
        finally:
            run.close()

    def _token(self, wanted: Token) -> str:
        """A token that works. Calls at the same time wait for one renewal."""
        assert self._oauth is not None
        with self._oauth.lock:
            if not self._oauth.is_due(wanted.refused):
                return self._oauth.access_token
            try:
                self._oauth.accept(self._drive(self._oauth.renewal(self._settings)))
            except OAuthError as error:
                self._oauth.fail(error)
                raise
            return self._oauth.access_token
