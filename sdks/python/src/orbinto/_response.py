"""From an answer to a result or an error."""

from __future__ import annotations

import email.utils
import json
import math
import re
import time
from typing import Any, Generic, Mapping, Optional, TypeVar

from ._http import Headers, HttpResponse
from ._record import shaped
from .errors import APIError, InvalidResponseError, OAuthError, RateLimit, class_of
from .generated.settings import HEADER_LIMIT, HEADER_REMAINING, HEADER_REQUEST_ID, HEADER_RESET, HEADER_RETRY_AFTER

T = TypeVar("T")


class RawResponse(Generic[T]):
    """An answer with its headers beside what a method gives."""

    __slots__ = ("data", "status", "headers")

    def __init__(self, data: T, status: int, headers: Headers) -> None:
        self.data: T = data
        """What the method gives."""
        self.status: int = status
        """The HTTP status."""
        self.headers: Headers = headers
        """By names in any case."""

    @property
    def request_id(self) -> Optional[str]:
        """Names the call when you ask the support."""
        return self.headers.get(HEADER_REQUEST_ID)

    @property
    def rate_limit(self) -> Optional[RateLimit]:
        """How much may still be asked for; None where the answer does not say."""
        return rate_limit_of(self.headers)

    def __repr__(self) -> str:
        return f"RawResponse(status={self.status}, request_id={self.request_id!r})"


def rate_limit_of(headers: Mapping[str, str]) -> Optional[RateLimit]:
    """The rate limit that headers tell, or None."""
    values = [headers.get(name, "") for name in (HEADER_LIMIT, HEADER_REMAINING, HEADER_RESET)]
    if not all(re.fullmatch(r"[0-9]{1,15}", value) for value in values):
        return None
    limit, remaining, reset = (int(value) for value in values)
    return RateLimit(limit, remaining, reset)


def retry_after_of(headers: Mapping[str, str]) -> Optional[float]:
    """Seconds to wait: 0 for a date that has passed, None for what is no number and no date."""
    value = headers.get(HEADER_RETRY_AFTER, "").strip()
    if re.fullmatch(r"[0-9]{1,15}(?:\.[0-9]{1,9})?", value):
        return float(value)
    try:
        moment = email.utils.parsedate_to_datetime(value).timestamp()
    except (TypeError, ValueError, OverflowError, OSError, IndexError):
        return None
    return max(0.0, moment - time.time()) if math.isfinite(moment) else None


def parsed(response: HttpResponse) -> Any:
    """The JSON of an answer. :raises ValueError: where it is none"""
    try:
        return json.loads(response.body.decode("utf-8-sig"))
    except RecursionError:
        raise ValueError("nested too deeply") from None


def result_of(response: HttpResponse, form: Any, has_result: bool) -> Any:
    """What a success gives. :raises InvalidResponseError: when it is no JSON"""
    if response.status == 204 or not has_result or (form is None and not response.body):
        return None
    try:
        return shaped(parsed(response), form)
    except ValueError:
        kind = response.headers.get("content-type") or "no content type"
        message = f"The answer says {response.status}, but is no JSON ({kind})."
        advice = "Does something stand between here and the API?"
        raise InvalidResponseError(f"{message} {advice}", status=response.status, headers=response.headers) from None


def error_of(response: HttpResponse, is_oauth: bool = False) -> APIError:
    """The error that an answer is."""
    try:
        body = parsed(response)
    except ValueError:
        body = None
    told = body.get("error") if isinstance(body, dict) else None
    if is_oauth and isinstance(body, dict) and isinstance(told, str):
        message = _text(body.get("error_description")) or "The authorization server refuses this."
        return _made(OAuthError, response, message, {"code": told}, body)
    members = told if isinstance(told, dict) else {}
    message = _text(members.get("message")) or _without_words(response)
    return _made(OAuthError if is_oauth else class_of(response.status), response, message, members, body)


def _made(cls: Any, response: HttpResponse, message: str, members: Mapping[str, Any], body: Any) -> APIError:
    headers = response.headers
    error: APIError = cls(
        message,
        status=response.status,
        code=_text(members.get("code")),
        type=_text(members.get("type")),
        param=_text(members.get("param")),
        request_id=_text(members.get("request_id")) or headers.get(HEADER_REQUEST_ID),
        headers=headers,
        rate_limit=rate_limit_of(headers),
        retry_after=retry_after_of(headers),
        body=body,
    )
    return error


def _without_words(response: HttpResponse) -> str:
    if 300 <= response.status < 400:
        return "The answer is a redirect, and a key is not sent to another place. Check the base URL."
    kind = response.headers.get("content-type") or "no content type"
    return f"The answer has no error of the API in it ({kind})."


def _text(value: Any) -> Optional[str]:
    return value if isinstance(value, str) and value else None
