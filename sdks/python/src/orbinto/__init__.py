"""The client library of the Orbinto API.

``from orbinto import Orbinto`` · https://developers.orbinto.com
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import errors, events, hooks, oauth, params, types, webhooks
from ._client import Orbinto
from ._config import CallOptions
from ._deprecation import APIDeprecationWarning
from ._http import AsyncTransport, Headers, HttpRequest, HttpResponse, Transport
from ._not_given import NOT_GIVEN, NotGiven
from ._paging import AsyncPager, Pager
from ._response import RawResponse
from ._router import WebhookRouter
from ._transport import HttpTransport
from ._version import __version__
from .errors import (
    APIError,
    AuthenticationError,
    BadRequestError,
    ConfigurationError,
    ConflictError,
    InvalidResponseError,
    NotFoundError,
    OAuthError,
    OrbintoError,
    PayloadTooLargeError,
    PermissionDeniedError,
    RateLimit,
    RateLimitError,
    ServerError,
    UnprocessableEntityError,
    UnsupportedMediaTypeError,
    WebhookVerificationError,
)

# Each is the built-in error of its name as well. A star import leaves them out: they would hide those.
from .errors import ConnectionError as ConnectionError
from .errors import TimeoutError as TimeoutError
from .hooks import Hooks
from .oauth import OAuth, OAuthSession

if TYPE_CHECKING:
    from ._async_client import AsyncOrbinto
    from ._httpx_transport import HttpxTransport as HttpxTransport

__all__ = [
    "APIDeprecationWarning",
    "APIError",
    "AsyncOrbinto",
    "AsyncPager",
    "AsyncTransport",
    "AuthenticationError",
    "BadRequestError",
    "CallOptions",
    "ConfigurationError",
    "ConflictError",
    "Headers",
    "Hooks",
    "HttpRequest",
    "HttpResponse",
    "HttpTransport",
    "InvalidResponseError",
    "NOT_GIVEN",
    "NotFoundError",
    "NotGiven",
    "OAuth",
    "OAuthError",
    "OAuthSession",
    "Orbinto",
    "OrbintoError",
    "Pager",
    "PayloadTooLargeError",
    "PermissionDeniedError",
    "RateLimit",
    "RateLimitError",
    "RawResponse",
    "ServerError",
    "Transport",
    "UnprocessableEntityError",
    "UnsupportedMediaTypeError",
    "WebhookRouter",
    "WebhookVerificationError",
    "__version__",
    "errors",
    "events",
    "hooks",
    "oauth",
    "params",
    "types",
    "webhooks",
]


def __getattr__(name: str) -> Any:
    # What needs time or httpx is loaded when it is asked for.
    if name == "AsyncOrbinto":
        from ._async_client import AsyncOrbinto

        return AsyncOrbinto
    if name == "HttpxTransport":
        from ._httpx_transport import HttpxTransport

        return HttpxTransport
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
