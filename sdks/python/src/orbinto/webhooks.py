"""Receiving webhooks: check a delivery, get a typed event, call the handler that is meant.

``unwrap`` does the first two, :class:`WebhookRouter` all of it. Both want the body as it was received, not parsed.
"""

from __future__ import annotations

import json
from typing import Any, Dict, Iterable, Mapping, Optional, Sequence, Tuple, Union

from ._event import EventRecord, UnknownEvent
from ._record import shaped
from ._router import Delivery, WebhookRouter
from ._verify import TOLERANCE, is_secret, is_standard_signature, is_timely, verify_signature, verify_standard_signature
from .errors import ConfigurationError, WebhookVerificationError
from .generated.events import EVENTS, Event
from .generated.settings import WEBHOOK_ID, WEBHOOK_PLAIN_SIGNATURE, WEBHOOK_SIGNATURE, WEBHOOK_TIMESTAMP

__all__ = ["Delivery", "WebhookRouter", "UnknownEvent", "unwrap", "verify_signature", "verify_standard_signature"]

Body = Union[bytes, bytearray, memoryview, str]
HeadersLike = Union[Mapping[str, Any], Iterable[Tuple[Any, Any]]]
Secrets = Union[str, Sequence[str]]


def unwrap(
    body: Body,
    headers: HeadersLike,
    secret: Secrets,
    *,
    tolerance: float = TOLERANCE,
    now: Optional[float] = None,
) -> Event:
    """Checks a delivery and gives its event.

    :param body: the raw body, as it was received: ``request.get_data()``, ``await request.body()``, ``request.body``
    :param headers: all headers of the request, or pairs of them
    :param secret: of the webhook, ``whsec_…``; several while you change it
    :param tolerance: how many seconds the clocks may differ
    :param now: the time in Unix seconds, for tests
    :returns: the event; one that this version does not know is an :class:`UnknownEvent`
    :raises WebhookVerificationError: when the delivery cannot be believed
    :raises ConfigurationError: without a secret
    """
    secrets = _secrets(secret)
    raw = _raw(body)
    values = _read(headers)
    _check(raw, values, secrets, tolerance, now)
    try:
        event = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise WebhookVerificationError("The signature is right, but the body is no JSON.") from None
    if not isinstance(event, dict):
        raise WebhookVerificationError("The signature is right, but the body is no event.")
    record = shaped(event, EVENTS)
    record.delivery_id = values.get(WEBHOOK_ID)
    result: Event = record
    return result


def _check(
    body: bytes,
    headers: Mapping[str, str],
    secrets: Sequence[str],
    tolerance: float,
    now: Optional[float],
) -> None:
    signature = headers.get(WEBHOOK_SIGNATURE)
    if signature is None:
        plain = headers.get(WEBHOOK_PLAIN_SIGNATURE.lower())
        if plain is None:
            told = f"The headers have neither {WEBHOOK_SIGNATURE} nor {WEBHOOK_PLAIN_SIGNATURE}."
            raise WebhookVerificationError(f"{told} Does this request come from Orbinto?")
        if not any([verify_signature(body, plain, secret) for secret in secrets]):
            raise WebhookVerificationError(_WRONG)
        return
    id, timestamp = headers.get(WEBHOOK_ID), headers.get(WEBHOOK_TIMESTAMP)
    if id is None or timestamp is None:
        raise WebhookVerificationError(f"The headers {WEBHOOK_ID} and {WEBHOOK_TIMESTAMP} are missing.")
    if not any([is_standard_signature(body, id, timestamp, signature, secret) for secret in secrets]):
        raise WebhookVerificationError(_WRONG)
    if not is_timely(timestamp, now, tolerance):
        told = "The timestamp is too old or in the future. Is it an old delivery, or is your clock wrong?"
        raise WebhookVerificationError(told)


_WRONG = "The signature is not that of this body and secret. Is it the raw body, and this webhook's secret?"


def _raw(body: Any) -> bytes:
    if isinstance(body, (bytes, bytearray, memoryview)):
        return bytes(body)
    if isinstance(body, str):
        try:
            return body.encode()
        except UnicodeEncodeError:
            raise WebhookVerificationError("The body has characters that were never sent.") from None
    told = f"The body must be the raw one, as it was received, not {type(body).__name__}"
    raise WebhookVerificationError(f"{told}: a parsed body cannot be checked, since its signature is of its bytes.")


def _secrets(secret: Any) -> Sequence[str]:
    given = [secret] if isinstance(secret, str) or not isinstance(secret, Sequence) else list(secret)
    if not given or not all(given):
        raise ConfigurationError("There is no secret: pass the secret of the webhook, whsec_…")
    if not all(is_secret(one) for one in given):
        raise ConfigurationError("The secret of a webhook looks like whsec_ and letters and digits; this one does not.")
    return given


def _read(headers: Any) -> Dict[str, str]:
    """Headers by names in small letters, whatever framework they come from."""
    values: Dict[str, str] = {}
    try:
        for name, value in headers.items() if hasattr(headers, "items") else headers:
            key, text = _text(name), _text(value)
            if key is not None and text is not None:
                values.setdefault(key.lower(), text)
    except (TypeError, ValueError):
        raise WebhookVerificationError("The headers must be a mapping or pairs of names and values.") from None
    return values


def _text(value: Any) -> Optional[str]:
    if isinstance(value, bytes):
        return value.decode("latin-1")
    return value if isinstance(value, str) else None
