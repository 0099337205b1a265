"""Events for your tests: whole, typed, and signed as Orbinto signs them."""

from __future__ import annotations

import base64
import copy
import hashlib
import hmac
import json
import secrets
import time
from typing import Any, Dict, Mapping, NamedTuple, Optional

from ._record import shaped
from ._verify import is_secret
from .errors import ConfigurationError
from .generated.event_examples import EXAMPLES
from .generated.events import EVENTS, Event, EventName
from .generated.settings import WEBHOOK_ID, WEBHOOK_PLAIN_SIGNATURE, WEBHOOK_SIGNATURE, WEBHOOK_TIMESTAMP

TEST_SECRET = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
"""Signs built events where no other secret is given. It is no secret."""


class BuiltEvent(NamedTuple):
    """A delivery, as your endpoint would receive it."""

    body: bytes
    headers: Dict[str, str]
    event: Event
    """What ``unwrap`` makes of it."""


def build(
    name: EventName,
    *,
    data: Optional[Mapping[str, Any]] = None,
    secret: str = TEST_SECRET,
    id: Optional[str] = None,
    now: Optional[float] = None,
) -> BuiltEvent:
    """Builds a delivery of an event.

    :param name: ``message.created``
    :param data: replaces fields of the documented example
    :param secret: signs it
    :param id: of the delivery; a new one without
    :param now: when it is sent, in Unix seconds
    :raises ConfigurationError: for a name that is no event, or a secret that is none
    """
    if name not in EXAMPLES:
        raise ConfigurationError(f"There is no event {name!r}. There are: {', '.join(EXAMPLES)}.")
    if not is_secret(secret):
        raise ConfigurationError("The secret of a webhook looks like whsec_ and letters and digits; this one does not.")
    event = json.loads(EXAMPLES[name])
    event["data"] = _merged(event["data"], data or {})
    body = json.dumps(event, ensure_ascii=False, separators=(",", ":")).encode()
    record = shaped(copy.deepcopy(event), EVENTS)
    record.delivery_id = id if id is not None else f"evt_{secrets.token_hex(8)}"
    headers = _signed(body, record.delivery_id, str(int(time.time() if now is None else now)), secret)
    return BuiltEvent(body, headers, record)


def _signed(body: bytes, id: str, timestamp: str, secret: str) -> Dict[str, str]:
    key = base64.b64decode(secret[len("whsec_") :])
    standard = hmac.new(key, f"{id}.{timestamp}.".encode() + body, hashlib.sha256).digest()
    return {
        "Content-Type": "application/json",
        WEBHOOK_ID: id,
        WEBHOOK_TIMESTAMP: timestamp,
        WEBHOOK_SIGNATURE: f"v1,{base64.b64encode(standard).decode()}",
        WEBHOOK_PLAIN_SIGNATURE: hmac.new(secret.encode(), body, hashlib.sha256).hexdigest(),
    }


def _merged(value: Any, change: Any) -> Any:
    if not isinstance(value, dict) or not isinstance(change, Mapping):
        return change
    return {**value, **{name: _merged(value.get(name), member) for name, member in change.items()}}
