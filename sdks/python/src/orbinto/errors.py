"""What can go wrong. Every error of this library is an :class:`OrbintoError`; none of them shows a key or a secret."""

from __future__ import annotations

import builtins
from typing import Any, Dict, Mapping, NamedTuple, Optional, Tuple, Type

from .generated.settings import ERROR_DOC_URL, STATUS_CLASSES


class RateLimit(NamedTuple):
    """How much may still be asked for, by the headers of an answer."""

    limit: int
    """Requests a minute."""
    remaining: int
    """How many of them are left."""
    reset: int
    """When they are all back, in Unix seconds."""


def _rebuild(cls: Type[Exception], args: Tuple[Any, ...], state: Dict[str, Any]) -> Exception:
    error = cls.__new__(cls, *args)
    error.args = args
    error.__dict__.update(state)
    return error


class OrbintoError(Exception):
    """The root of all errors of this library."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message
        """What went wrong, in a sentence."""

    def __str__(self) -> str:
        return self.message

    # Errors with more than a message can be pickled, too: pools of processes do so.
    def __reduce__(self) -> Tuple[Any, ...]:
        return _rebuild, (type(self), self.args, self.__dict__)


class ConfigurationError(OrbintoError):
    """Something is wrong before anything was sent: a missing key, a base URL without a scheme, an empty id."""


class ConnectionError(OrbintoError, builtins.ConnectionError):
    """No connection could be made, or it broke before the answer was whole. Also a built-in ``ConnectionError``."""

    def __init__(self, message: str, *, may_have_run: bool = False) -> None:
        OrbintoError.__init__(self, message)
        self.may_have_run = may_have_run
        """Whether the API may have carried out a call that changes something."""

    def __str__(self) -> str:
        return OrbintoError.__str__(self)

    def __reduce__(self) -> Tuple[Any, ...]:
        return OrbintoError.__reduce__(self)


class TimeoutError(OrbintoError, builtins.TimeoutError):
    """A try, or all tries together, took too long. Also a built-in ``TimeoutError``."""

    def __init__(self, message: str, *, timeout: float = 0.0, may_have_run: bool = False) -> None:
        OrbintoError.__init__(self, message)
        self.timeout = timeout
        """The limit, in seconds."""
        self.may_have_run = may_have_run
        """Whether the API may have carried out a call that changes something."""

    def __str__(self) -> str:
        return OrbintoError.__str__(self)

    def __reduce__(self) -> Tuple[Any, ...]:
        return OrbintoError.__reduce__(self)


class InvalidResponseError(OrbintoError):
    """An answer that says success and is none of the API: no JSON, or a cursor that does not move."""

    def __init__(self, message: str, *, status: int = 0, headers: Optional[Mapping[str, str]] = None) -> None:
        super().__init__(message)
        self.status = status
        """The HTTP status."""
        self.headers: Mapping[str, str] = headers if headers is not None else {}
        """The headers of the answer."""


class WebhookVerificationError(OrbintoError):
    """A delivery that cannot be believed: answer it with a 400 and do nothing."""


class APIError(OrbintoError):
    """An answer of the API that is no success. What the answer lacks is None."""

    def __init__(
        self,
        message: str,
        *,
        status: int,
        code: Optional[str] = None,
        type: Optional[str] = None,
        param: Optional[str] = None,
        request_id: Optional[str] = None,
        headers: Optional[Mapping[str, str]] = None,
        rate_limit: Optional[RateLimit] = None,
        retry_after: Optional[float] = None,
        body: Any = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        """The HTTP status."""
        self.code = code
        """What went wrong, for programs: ``email_taken``. A code that this version does not know is there, too."""
        self.type = type
        """The kind of error: ``validation_error``."""
        self.param = param
        """The field or parameter that it is about."""
        self.request_id = request_id
        """Names the call when you ask the support."""
        self.headers: Mapping[str, str] = headers if headers is not None else {}
        """The headers of the answer, by names in any case."""
        self.rate_limit = rate_limit
        """How much may still be asked for."""
        self.retry_after = retry_after
        """How many seconds to wait, where the answer says so."""
        self.body = body
        """The whole answer, as it came."""

    @property
    def doc_url(self) -> Optional[str]:
        """Where the code is explained."""
        return ERROR_DOC_URL.replace("{code}", self.code) if self.code else None

    def __str__(self) -> str:
        about = "".join([f" {self.code}" if self.code else "", f" ({self.param})" if self.param else ""])
        more = ", ".join(
            part for part in (self.request_id and f"request {self.request_id}", self.doc_url) if part
        )
        return f"{self.status}{about}: {self.message}" + (f" [{more}]" if more else "")


class BadRequestError(APIError):
    """400: the request cannot be read, or a query parameter is wrong."""


class AuthenticationError(APIError):
    """401: no key, or one that does not work."""


class PermissionDeniedError(APIError):
    """403: the key may not do this."""


class NotFoundError(APIError):
    """404: nothing is there."""


class ConflictError(APIError):
    """409: it cannot be done as things stand."""


class PayloadTooLargeError(APIError):
    """413: the body is too large."""


class UnsupportedMediaTypeError(APIError):
    """415: the body is not in a form that the API reads."""


class UnprocessableEntityError(APIError):
    """422: a field has a wrong value, or is missing."""


class RateLimitError(APIError):
    """429: too many requests. ``retry_after`` says how long to wait."""


class ServerError(APIError):
    """5xx: a fault of the API or of what stands before it."""


class OAuthError(APIError):
    """What the token endpoint answers; ``code`` is its ``error``: ``invalid_grant``."""


_CLASSES: Mapping[str, Type[APIError]] = {
    cls.__name__: cls
    for cls in (
        BadRequestError,
        AuthenticationError,
        PermissionDeniedError,
        NotFoundError,
        ConflictError,
        PayloadTooLargeError,
        UnsupportedMediaTypeError,
        UnprocessableEntityError,
        RateLimitError,
    )
}


def class_of(status: int) -> Type[APIError]:
    """The class of an answer with this status."""
    return _CLASSES.get(STATUS_CLASSES.get(status, ""), ServerError if status >= 500 else APIError)
