import base64
import hashlib
import hmac
import re
import time


def verify_webhook(body, signature, secret):
    """Verifies X-Orbinto-Signature: the lower-case hex HMAC-SHA256 of the body,
    keyed with the whole secret.

    body is the request body as received, as bytes; signature is the header's
    value; secret is the webhook's secret, whsec_…
    Never raises: what is not a valid signature is False.
    """
    if not isinstance(body, bytes) or not _is_secret(secret):
        return False
    if not isinstance(signature, str) or not re.fullmatch(r"[0-9a-f]{64}", signature):
        return False
    expected = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    return hmac.compare_digest(signature, expected)


def verify_standard_webhook(body, id, timestamp, signature, secret, now=None):
    """Verifies webhook-id, webhook-timestamp and webhook-signature, the headers of
    Standard Webhooks.

    Refuses an attempt that is more than five minutes old or early. now is Unix
    time in seconds.
    Never raises: what is not a valid, fresh signature is False.
    """
    if not isinstance(body, bytes) or not _is_secret(secret):
        return False
    if not all(isinstance(value, str) for value in (id, timestamp, signature)):
        return False
    if not re.fullmatch(r"[0-9]{1,12}", timestamp):
        return False
    if abs((time.time() if now is None else now) - int(timestamp)) > 300:
        return False
    try:
        key = base64.b64decode(secret[len("whsec_"):], validate=True)
        signed = f"{id}.{timestamp}.".encode() + body
    except ValueError:
        return False
    digest = hmac.new(key, signed, hashlib.sha256).digest()
    expected = b"v1," + base64.b64encode(digest)
    return any(
        hmac.compare_digest(entry.encode("utf-8", "replace"), expected)
        for entry in signature.split(" ")
    )


def _is_secret(value):
    return isinstance(value, str) and bool(re.fullmatch(r"whsec_[A-Za-z0-9+/]+={0,2}", value))
