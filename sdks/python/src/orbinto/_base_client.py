"""What the two clients share: options, calls, and the way from an answer to a result."""

from __future__ import annotations

import contextvars
from typing import Any, List, Mapping, Optional

from ._call import Call, Operation, call_of, free_call, options_dict
from ._config import CallOptions, Settings, changed, checked_headers, settings_of
from ._engine import Plan, Run, run
from ._http import HttpResponse
from ._response import RawResponse, result_of
from .errors import ConfigurationError
from .hooks import Hooks
from .oauth import OAuthSession

# Where `raw` wants the answer of a call put; a list for each call of `raw` that goes on here.
_wanted: contextvars.ContextVar[Optional[List[HttpResponse]]] = contextvars.ContextVar("orbinto_raw", default=None)


class BaseClient:
    """The options of a client, and what is no input or output."""

    _settings: Settings
    _oauth: Optional[OAuthSession]

    def _configure(
        self,
        *,
        api_key: Optional[str],
        oauth: Optional[OAuthSession],
        base_url: Optional[str],
        timeout: Optional[float],
        total_timeout: Optional[float],
        max_retries: Optional[int],
        headers: Optional[Mapping[str, str]],
        hooks: Optional[Hooks],
    ) -> None:
        if oauth is not None and api_key is not None:
            raise ConfigurationError("Pass api_key or oauth, not both.")
        if base_url is None and oauth is not None:
            base_url = oauth.base_url
        self._oauth = oauth
        self._settings = settings_of(
            api_key=api_key,
            base_url=base_url,
            timeout=timeout,
            total_timeout=total_timeout,
            max_retries=max_retries,
            headers=headers,
            hooks=hooks,
            needs_key=oauth is None,
        )

    @property
    def base_url(self) -> str:
        """Where the API is, without a slash at the end."""
        return self._settings.base_url

    def __repr__(self) -> str:
        return f"{type(self).__name__}(base_url={self._settings.base_url!r})"

    def _prepare(
        self,
        operation: Operation[Any],
        ids: Any,
        query: Optional[Mapping[str, Any]],
        body: Optional[Mapping[str, Any]],
        options: Optional[CallOptions],
    ) -> Run:
        return self._run(call_of(operation, ids, query, body, options), options)

    def _prepare_free(
        self,
        method: str,
        path: str,
        query: Optional[Mapping[str, Any]],
        body: Any,
        headers: Optional[Mapping[str, str]],
        options: Optional[CallOptions],
    ) -> Run:
        return self._run(free_call(method, path, query, body, checked_headers(headers or {})), options)

    def _run(self, call: Call, options: Optional[CallOptions]) -> Run:
        own = options_dict(options)
        settings = changed(self._settings, own)
        return run(Plan(call, settings, bool(own.get("retry_unsafe")), self._oauth is not None))

    def _finish(self, response: HttpResponse, form: Any, has_result: bool) -> Any:
        wanted = _wanted.get()
        if wanted is not None:
            wanted.append(response)
        return result_of(response, form, has_result)


class Recording:
    """Notes the answers of the calls that are made inside it, in this thread or task only."""

    def __enter__(self) -> Recording:
        self._answers: List[HttpResponse] = []
        self._token = _wanted.set(self._answers)
        return self

    def __exit__(self, *_: object) -> None:
        _wanted.reset(self._token)

    def raw(self, data: Any) -> RawResponse[Any]:
        """The last answer. :raises ConfigurationError: when nothing was called"""
        if not self._answers:
            raise ConfigurationError("raw wants a method that calls the API, such as client.contacts.get.")
        last = self._answers[-1]
        return RawResponse(data, last.status, last.headers)
