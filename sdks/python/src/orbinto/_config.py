"""The options of a client, checked before anything is sent."""

from __future__ import annotations

import os
import platform
import re
import sys
from typing import Any, Dict, Mapping, NamedTuple, Optional, TypedDict
from urllib.parse import urlsplit

from ._not_given import NotGiven
from ._version import __version__
from .errors import ConfigurationError
from .generated.settings import BASE_URL, MAX_RETRIES, TIMEOUT, TOTAL_TIMEOUT
from .hooks import Hooks

USER_AGENT = f"orbinto-python/{__version__} {sys.implementation.name}/{platform.python_version()}"


class CallOptions(TypedDict, total=False):
    """What one call does otherwise than its client."""

    timeout: float
    """Seconds of a try."""
    total_timeout: float
    """Seconds of all tries with their waits."""
    max_retries: int
    """How often it is sent again at most."""
    retry_unsafe: bool
    """Sends it again even where it may have run: a POST can then run twice."""
    headers: Mapping[str, str]
    """Headers besides."""
    extra_query: Mapping[str, Any]
    """Query parameters that this version does not know."""
    extra_body: Mapping[str, Any]
    """Fields of the body that this version does not know."""


class Settings(NamedTuple):
    """The options of a client, checked."""

    base_url: str
    authorization: Optional[str]
    timeout: float
    total_timeout: float
    max_retries: int
    headers: Mapping[str, str]
    hooks: Hooks


def settings_of(
    *,
    api_key: Optional[str],
    base_url: Optional[str],
    timeout: Optional[float],
    total_timeout: Optional[float],
    max_retries: Optional[int],
    headers: Optional[Mapping[str, str]],
    hooks: Optional[Hooks],
    needs_key: bool = True,
) -> Settings:
    """Checks options, and takes what is not given from the environment. :raises ConfigurationError:"""
    key = api_key if api_key is not None else os.environ.get("ORBINTO_API_KEY") if needs_key else None
    if needs_key and not key:
        raise ConfigurationError("There is no API key: pass api_key or set the variable ORBINTO_API_KEY.")
    return Settings(
        checked_base_url(base_url),
        f"Bearer {_checked_key(key)}" if key is not None else None,
        positive("timeout", TIMEOUT if timeout is None else timeout),
        positive("total_timeout", TOTAL_TIMEOUT if total_timeout is None else total_timeout),
        checked_retries(MAX_RETRIES if max_retries is None else max_retries),
        checked_headers(headers or {}),
        hooks or Hooks(),
    )


def _checked_key(key: object) -> str:
    if not isinstance(key, str) or not re.fullmatch(r"[\x21-\x7e]+", key):
        told = "The API key has a space, a line end or another character that no key has."
        raise ConfigurationError(f"{told} Was a file read with its end of line?")
    return key


def checked_base_url(base_url: Optional[str]) -> str:
    """The base URL without a slash at its end. :raises ConfigurationError:"""
    given = base_url if base_url is not None else os.environ.get("ORBINTO_BASE_URL") or BASE_URL
    trouble = ConfigurationError(f"The base URL must be an address such as {BASE_URL}: with http:// or https://.")
    if not isinstance(given, str) or not re.fullmatch(r"[\x21-\x7e]+", given):
        raise trouble
    try:
        url = urlsplit(given)
        port = url.port
    except ValueError:
        raise trouble from None
    if url.scheme not in ("http", "https") or not url.hostname or port == 0:
        raise trouble
    if url.username is not None or url.query or url.fragment:
        raise ConfigurationError("The base URL (https://…) must have no user name, query or fragment.")
    return given.rstrip("/")


def positive(name: str, value: Any) -> float:
    """A number of seconds. :raises ConfigurationError:"""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 < value < float("inf"):
        raise ConfigurationError(f"{name} must be a number of seconds above 0.")
    return float(value)


def checked_retries(value: Any) -> int:
    """A number of retries. :raises ConfigurationError:"""
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ConfigurationError("max_retries must be a whole number, 0 or more.")
    return value


def checked_headers(headers: Mapping[str, str]) -> Dict[str, str]:
    """Headers that can be sent. :raises ConfigurationError: without their values, which may be secret"""
    for name, value in headers.items():
        if not isinstance(name, str) or not re.fullmatch(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+", name):
            raise ConfigurationError("A header has a name that cannot be sent.")
        if not isinstance(value, str) or not re.fullmatch(r"[\t\x20-\x7e\xa0-\xff]*", value):
            raise ConfigurationError(f"The header {name} has a value that cannot be sent: a line end, or no text.")
    return dict(headers)


def merged_headers(*all_headers: Mapping[str, str]) -> Dict[str, str]:
    """All of them; of those with the same name, in any case, the last."""
    latest = {name.lower(): (name, value) for headers in all_headers for name, value in headers.items()}
    return dict(latest.values())


def changed(settings: Settings, options: Mapping[str, Any]) -> Settings:
    """Settings with what is given of ``options``. :raises ConfigurationError:"""
    members: Dict[str, Any] = {}
    for name, value in options.items():
        if isinstance(value, NotGiven):
            continue
        if name == "api_key":
            members["authorization"] = f"Bearer {_checked_key(value)}"
        elif name == "base_url":
            members["base_url"] = checked_base_url(value)
        elif name in ("timeout", "total_timeout"):
            members[name] = positive(name, value)
        elif name == "max_retries":
            members[name] = checked_retries(value)
        elif name == "headers":
            members[name] = merged_headers(settings.headers, checked_headers(value))
        elif name == "hooks":
            members[name] = value
        elif name not in ("retry_unsafe", "extra_query", "extra_body"):
            raise ConfigurationError(f"There is no option {name}.")
    return settings._replace(**members)

