"""From a method and its arguments to what is sent."""

from __future__ import annotations

import datetime
import json
import re
from typing import Any, Dict, Generic, List, Mapping, NamedTuple, Optional, Sequence, TypeVar
from urllib.parse import quote, urlencode

from ._config import CallOptions, merged_headers
from ._not_given import given
from .errors import ConfigurationError

T = TypeVar("T")


class Operation(Generic[T]):
    """An operation of the API; what it gives is a ``T``."""

    __slots__ = ("name", "method", "path", "content_type", "is_repeatable", "form")

    def __init__(
        self,
        name: str,
        method: str,
        path: str,
        *,
        content_type: Optional[str] = None,
        is_repeatable: bool = False,
        form: Any = None,
    ) -> None:
        self.name: str = name
        self.method: str = method
        self.path: str = path
        self.content_type: Optional[str] = content_type
        self.is_repeatable: bool = is_repeatable
        self.form: Any = form


class Call(NamedTuple):
    """What is sent, whatever client sends it."""

    operation: str
    method: str
    path: str
    """Encoded, behind the base URL."""
    query: str
    body: Optional[bytes]
    headers: Mapping[str, str]
    is_repeatable: bool
    has_result: bool


def call_of(
    operation: Operation[Any],
    ids: Sequence[str],
    query: Optional[Mapping[str, Any]],
    body: Optional[Mapping[str, Any]],
    options: Optional[CallOptions],
) -> Call:
    """Prepares a call of an operation. :raises ConfigurationError: for what cannot be sent"""
    more: CallOptions = options or {}
    parameters = {**given(query or {}), **more.get("extra_query", {})}
    fields = None if body is None else {**given(body), **more.get("extra_body", {})}
    headers = {} if operation.content_type is None else {"Content-Type": operation.content_type}
    return Call(
        operation.name,
        operation.method,
        _filled(operation.path, ids),
        query_of(parameters),
        None if fields is None else json_of(fields),
        headers,
        operation.is_repeatable,
        operation.form is not None,
    )


def free_call(
    method: str,
    path: str,
    query: Optional[Mapping[str, Any]],
    body: Any,
    headers: Mapping[str, str],
) -> Call:
    """Prepares a call of any path behind the base URL. :raises ConfigurationError:"""
    if not isinstance(method, str) or not re.fullmatch(r"[A-Za-z]+", method):
        raise ConfigurationError("The method must be a word such as GET.")
    place, _, own_query = _free_path(path).partition("?")
    verb = method.upper()
    declared = {"Content-Type": "application/json"} if body is not None else {}
    queries = [part for part in (own_query, query_of(given(query or {}))) if part]
    return Call(
        f"{verb} {place}",
        verb,
        place,
        "&".join(queries),
        None if body is None else json_of(body),
        merged_headers(declared, headers),
        verb in ("GET", "HEAD", "PUT", "DELETE"),
        True,
    )


def _free_path(path: str) -> str:
    wrong = not isinstance(path, str) or re.search(r"[\x00-\x20\x7f\\#]", path) is not None
    if wrong or path.startswith("//") or re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", path):
        raise ConfigurationError("The path must be one of the API, such as /contacts: it is relative to the base URL.")
    parts = path.partition("?")[0].lower().replace("%2e", ".").split("/")
    if "." in parts or ".." in parts:
        raise ConfigurationError("The path must have no part that is . or ..")
    try:
        return quote(path if path.startswith("/") else f"/{path}", safe="/:@!$&'()*+,;=~%?-._")
    except UnicodeEncodeError:
        raise ConfigurationError("The path has characters that cannot be sent.") from None


def _filled(template: str, ids: Sequence[str]) -> str:
    values = iter(ids)
    return re.sub(r"\{(\w+)\}", lambda match: _encoded(match.group(1), next(values)), template)


def _encoded(name: str, value: Any) -> str:
    if not isinstance(value, str):
        raise ConfigurationError(f"{name} must be a text, not {type(value).__name__}.")
    if value in ("", ".", ".."):
        raise ConfigurationError(f"{name} is {value!r}: that is no id.")
    try:
        return quote(value, safe="")
    except UnicodeEncodeError:
        raise ConfigurationError(f"{name} has characters that cannot be sent.") from None


def query_of(parameters: Mapping[str, Any]) -> str:
    """The query, without a question mark. None leaves a parameter out."""
    pairs: List[Any] = []
    for name, value in parameters.items():
        for one in value if isinstance(value, (list, tuple)) else [value]:
            if one is not None:
                pairs.append((name, _word(name, one)))
    try:
        return urlencode(pairs, quote_via=quote)
    except UnicodeEncodeError:
        raise ConfigurationError("The query has characters that cannot be sent.") from None


def _word(name: str, value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (str, int, float)):
        return str(value)
    if isinstance(value, datetime.datetime):
        return _moment(value)
    raise ConfigurationError(f"{name} must be a text, number, boolean or datetime, not {type(value).__name__}.")


def _moment(value: datetime.datetime) -> str:
    if value.tzinfo is None:
        raise ConfigurationError("A datetime must have a time zone: datetime.now(timezone.utc), for example.")
    return value.astimezone(datetime.timezone.utc).isoformat().replace("+00:00", "Z")


def _plain(value: Any) -> Any:
    if isinstance(value, datetime.datetime):
        return _moment(value)
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, (Sequence, set, frozenset)) and not isinstance(value, (bytes, bytearray, memoryview)):
        return list(value)
    raise TypeError(f"{type(value).__name__} has no form in JSON")


def json_of(value: Any) -> bytes:
    """A body. :raises ConfigurationError: for what JSON cannot hold; without the value, which may be secret"""
    try:
        text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_plain)
        return text.encode()
    except UnicodeError:
        reason = "a text that is not Unicode"
    except RecursionError:
        reason = "it is nested too deeply"
    except ValueError as error:
        reason = "it leads back to itself" if "ircular" in str(error) else "a number that is none"
    except TypeError as error:
        reason = str(error)
    raise ConfigurationError(f"The body cannot be written as JSON: {reason}.")


def options_dict(options: Optional[CallOptions]) -> Dict[str, Any]:
    """The options of a call, as a plain dictionary."""
    return dict(options or {})
