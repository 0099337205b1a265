import base64
import hashlib
from secrets import token_urlsafe


def sign_in_secrets():
    code_verifier = token_urlsafe(32)
    digest = hashlib.sha256(code_verifier.encode()).digest()
    code_challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
    return code_verifier, code_challenge, token_urlsafe(16)
