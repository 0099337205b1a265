"""The two signatures of a delivery. Never raises: what is not valid is False."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import time
from typing import Any, Optional

TOLERANCE = 300.0


def verify_signature(body: Any, signature: Any, secret: Any) -> bool:
    """Whether ``X-Orbinto-Signature`` is that of the body: the HMAC-SHA256 in hex, keyed with the whole secret."""
    if not isinstance(body, (bytes, bytearray, memoryview)) or not is_secret(secret):
        return False
    if not isinstance(signature, str) or not re.fullmatch(r"[0-9a-f]{64}", signature):
        return False
    expected = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    return hmac.compare_digest(signature, expected)


def verify_standard_signature(
    body: Any,
    id: Any,
    timestamp: Any,
    signature: Any,
    secret: Any,
    now: Optional[float] = None,
    tolerance: float = TOLERANCE,
) -> bool:
    """Whether ``webhook-signature`` is that of id, timestamp and body, and the timestamp is near ``now``."""
    return is_timely(timestamp, now, tolerance) and is_standard_signature(body, id, timestamp, signature, secret)


def is_standard_signature(body: Any, id: Any, timestamp: Any, signature: Any, secret: Any) -> bool:
    """As above, whatever the time."""
    if not isinstance(body, (bytes, bytearray, memoryview)) or not is_secret(secret):
        return False
    if not all(isinstance(value, str) for value in (id, timestamp, signature)):
        return False
    try:
        key = base64.b64decode(secret[len("whsec_") :], validate=True)
        signed = f"{id}.{timestamp}.".encode() + bytes(body)
    except ValueError:
        return False
    expected = b"v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest())
    # All are compared, so that the time taken tells nothing.
    found = [hmac.compare_digest(entry.encode("utf-8", "replace"), expected) for entry in signature.split(" ")]
    return any(found)


def is_timely(timestamp: Any, now: Optional[float], tolerance: float) -> bool:
    """Whether a timestamp in Unix seconds is no further from ``now`` than ``tolerance`` seconds."""
    if not isinstance(timestamp, str) or not re.fullmatch(r"[0-9]{1,12}", timestamp):
        return False
    moment = time.time() if now is None else now
    numbers = (int, float)
    if not isinstance(moment, numbers) or not isinstance(tolerance, numbers):
        return False
    # Written so that a number that is none refuses.
    return abs(moment - int(timestamp)) <= tolerance


def is_secret(value: Any) -> bool:
    """Whether it looks like the secret of a webhook."""
    return isinstance(value, str) and re.fullmatch(r"whsec_[A-Za-z0-9+/]+={0,2}", value) is not None
