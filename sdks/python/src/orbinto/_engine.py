"""How a call is carried out: tries, waits, errors. It does no input or output itself, so both clients share it.

``run`` is a generator. What it yields is an effect for the client to carry out: :class:`Send`, :class:`Sleep` or
:class:`Token`. What comes of it, a value or an exception, goes back into the generator.
"""

from __future__ import annotations

import builtins
import http.client
import logging
import random
import socket
import time
from typing import Any, Dict, Generator, NamedTuple, Optional, Union

from ._call import Call
from ._config import USER_AGENT, Settings, checked_headers, merged_headers
from ._deprecation import warn_of_deprecation
from ._http import HttpRequest, HttpResponse
from ._response import error_of, retry_after_of
from .errors import APIError, OrbintoError
from .errors import ConnectionError as OrbintoConnectionError
from .errors import TimeoutError as OrbintoTimeoutError
from .generated.settings import (
    BACKOFF_FACTOR,
    BACKOFF_FIRST,
    BACKOFF_MOST,
    JITTER_FROM,
    LONGEST_RETRY_AFTER,
    RETRIED_ALWAYS,
    RETRIED_IF_REPEATABLE,
)
from .hooks import Answer, Attempt

logger = logging.getLogger("orbinto")


class Send(NamedTuple):
    """Send this; gives the answer."""

    request: HttpRequest
    timeout: float


class Sleep(NamedTuple):
    """Wait so many seconds."""

    seconds: float


class Token(NamedTuple):
    """Gives a token of OAuth that works, another one than ``refused``."""

    refused: Optional[str]


Effect = Union[Send, Sleep, Token]
Run = Generator[Effect, Any, HttpResponse]


class Plan(NamedTuple):
    """A call and how it is to be made."""

    call: Call
    settings: Settings
    retry_unsafe: bool = False
    uses_oauth: bool = False
    """The credential is a token that can be renewed."""
    is_oauth: bool = False
    """It is a call of the token endpoint."""


def run(plan: Plan) -> Run:
    """Carries out a call. :returns: an answer that is a success :raises OrbintoError:"""
    state = _State(plan)
    try:
        return (yield from state.tries())
    except OrbintoError as error:
        logger.debug("%s failed: %s", state.about(), type(error).__name__)
        if plan.settings.hooks.error is not None:
            plan.settings.hooks.error(state.attempt(), error)
        raise


class _State:
    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.deadline = time.monotonic() + plan.settings.total_timeout
        self.number = 0
        self.retries = 0
        self.headers: Dict[str, str] = {}

    def about(self) -> str:
        call = self.plan.call
        return f"{call.method} {call.path} (try {max(self.number, 1)})"

    def attempt(self) -> Attempt:
        call = self.plan.call
        return Attempt(call.operation, call.method, call.path, max(self.number, 1), self.headers)

    @property
    def may_repeat(self) -> bool:
        return self.plan.call.is_repeatable or self.plan.retry_unsafe

    def tries(self) -> Run:
        token: Optional[str] = None
        renewed = False
        while True:
            if self.plan.uses_oauth and token is None:
                token = yield Token(None)
            try:
                response = yield from self.one_try(token)
            except (OrbintoConnectionError, OrbintoTimeoutError) as error:
                wait = self.wait_after(None) if self.may_repeat else None
                if wait is None:
                    raise
                failure: OrbintoError = error
            else:
                if 200 <= response.status < 300:
                    return response
                failure = error_of(response, self.plan.is_oauth)
                if token is not None and not renewed and _is_refused(failure):
                    renewed, token = True, (yield Token(token))
                    continue
                wait = self.wait_after(response) if self.is_retried(response.status) else None
                if wait is None:
                    raise failure
            self.retries += 1
            logger.debug("%s: %s, waiting %.3f s", self.about(), type(failure).__name__, wait)
            if self.plan.settings.hooks.retry is not None:
                self.plan.settings.hooks.retry(self.attempt(), wait)
            yield Sleep(wait)

    def is_retried(self, status: int) -> bool:
        return status in RETRIED_ALWAYS or (self.may_repeat and status in RETRIED_IF_REPEATABLE)

    def wait_after(self, response: Optional[HttpResponse]) -> Optional[float]:
        """Seconds until the next try, or None where there is none."""
        if self.retries >= self.plan.settings.max_retries:
            return None
        wait = retry_after_of(response.headers) if response is not None else None
        if wait is None:
            most = min(BACKOFF_FIRST * BACKOFF_FACTOR**self.retries, BACKOFF_MOST)
            wait = random.uniform(JITTER_FROM * most, most)
        elif wait > LONGEST_RETRY_AFTER:
            return None
        return None if time.monotonic() + wait >= self.deadline else wait

    def one_try(self, token: Optional[str]) -> Generator[Effect, Any, HttpResponse]:
        """One answer, whatever its status. :raises OrbintoConnectionError or OrbintoTimeoutError:"""
        call, settings = self.plan.call, self.plan.settings
        self.number += 1
        own = {"Accept": "application/json", "User-Agent": USER_AGENT}
        self.headers = merged_headers(own, call.headers, settings.headers)
        if settings.hooks.before is not None:
            settings.hooks.before(self.attempt())
            checked_headers(self.headers)
        began = time.monotonic()
        response = yield from self.sent(self.request(token), began)
        seconds = time.monotonic() - began
        logger.debug("%s: %d in %.3f s", self.about(), response.status, seconds)
        if settings.hooks.after is not None:
            settings.hooks.after(self.attempt(), Answer(response.status, response.headers, seconds))
        warn_of_deprecation(call.operation, response.headers)
        return response

    def request(self, token: Optional[str]) -> HttpRequest:
        call, settings = self.plan.call, self.plan.settings
        headers = dict(self.headers)
        authorization = f"Bearer {token}" if token is not None else settings.authorization
        if authorization is not None and not any(name.lower() == "authorization" for name in headers):
            headers["Authorization"] = authorization
        query = f"?{call.query}" if call.query else ""
        return HttpRequest(call.method, f"{settings.base_url}{call.path}{query}", headers, call.body)

    def sent(self, request: HttpRequest, began: float) -> Generator[Effect, Any, HttpResponse]:
        timeout = self.plan.settings.timeout
        is_total = self.deadline - began < timeout
        limit = max(min(timeout, self.deadline - began), 0.001)
        failure: OrbintoError
        try:
            response = yield Send(request, limit)
            assert isinstance(response, HttpResponse)
            return response
        except (builtins.TimeoutError, socket.timeout):
            told = self.plan.settings.total_timeout if is_total else timeout
            message = f"There was no answer within {told:g} seconds" + (" in all." if is_total else ".")
            may_have_run = not self.plan.call.is_repeatable
            failure = OrbintoTimeoutError(message + self.caution(), timeout=told, may_have_run=may_have_run)
        except OrbintoConnectionError as error:
            failure = self.broken(error.message, error)
        except (OSError, http.client.HTTPException) as error:
            host = self.plan.settings.base_url.split("/")[2]
            reason = getattr(error, "strerror", None) or type(error).__name__
            failure = self.broken(f"The connection to {host} failed: {reason}.", error)
        logger.debug("%s: %s after %.3f s", self.about(), type(failure).__name__, time.monotonic() - began)
        raise failure

    def broken(self, message: str, cause: Exception) -> OrbintoConnectionError:
        # A connection that was never made has carried nothing.
        never = isinstance(cause, OrbintoConnectionError) and isinstance(cause.__cause__, OSError)
        may_have_run = not never and not self.plan.call.is_repeatable
        failure = OrbintoConnectionError(message + ("" if never else self.caution()), may_have_run=may_have_run)
        failure.__cause__ = cause.__cause__ if isinstance(cause, OrbintoConnectionError) else cause
        return failure

    def caution(self) -> str:
        return "" if self.plan.call.is_repeatable else " The call may have run all the same: look before you repeat it."


def _is_refused(error: OrbintoError) -> bool:
    return isinstance(error, APIError) and error.status == 401 and error.code == "invalid_access_token"
