"""Signing in for somebody else: the authorization code flow with PKCE, tokens that are renewed by themselves."""

from __future__ import annotations

import base64
import copy
import hashlib
import secrets
import threading
import time
import weakref
from typing import TYPE_CHECKING, Any, Callable, Dict, Mapping, NamedTuple, Optional, Sequence
from urllib.parse import urlencode, urlsplit

from ._call import Call
from ._config import Settings, changed, settings_of
from ._engine import Plan, Run, run
from ._http import HttpResponse, Transport
from ._record import Record
from ._response import result_of
from .errors import ConfigurationError, InvalidResponseError, OAuthError
from .generated.settings import AUTHORIZE_URL, BASE_URL, REFRESH_BEFORE, REVOKE_URL, TOKEN_URL
from .hooks import Hooks

if TYPE_CHECKING:
    import asyncio

_FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class Authorization(NamedTuple):
    """What to send the user to, and what to keep until they are back."""

    url: str
    """Where the user signs in and agrees."""
    state: str
    """Comes back with the user; refuse another one."""
    code_verifier: str
    """Keep it in the user's session: ``exchange`` wants it."""

    def __repr__(self) -> str:
        return f"Authorization(url={self.url!r}, state=…, code_verifier=…)"


class Tokens(Record):
    """What the token endpoint gives. Keep it as a secret; it is not shown when it is printed."""

    __slots__ = ()
    access_token: str
    """Is sent with every call; works for ``expires_in`` seconds."""
    refresh_token: Optional[str]
    """Gets the next access token, once."""
    expires_in: int
    expires_at: int
    """When the access token ends, in Unix seconds."""
    scope: str
    token_type: str

    def __repr__(self) -> str:
        return f"Tokens(expires_at={self.expires_at!r}, scope={self.scope!r}, …)"


class OAuthSession:
    """Tokens of one user that a client acts with: ``Orbinto(oauth=session)``. Shared by threads; renewed once for all.

    :param expires_at: when the access token ends, in Unix seconds; without it the first refusal tells
    :param on_refresh: is given the new tokens, to be kept; the old refresh token does not work any more
    """

    def __init__(
        self,
        client_id: str,
        access_token: str,
        refresh_token: Optional[str] = None,
        expires_at: Optional[float] = None,
        *,
        client_secret: Optional[str] = None,
        base_url: Optional[str] = None,
        on_refresh: Optional[Callable[[Tokens], None]] = None,
    ) -> None:
        self.client_id: str = _checked("client_id", client_id)
        self.access_token: str = _checked("access_token", access_token)
        self.refresh_token: Optional[str] = refresh_token
        self.expires_at: Optional[float] = expires_at
        self.base_url: Optional[str] = base_url
        self.lock: threading.Lock = threading.Lock()
        self._client_secret = client_secret
        self._on_refresh = on_refresh
        self._failure: Optional[OAuthError] = None
        self._async_locks: weakref.WeakKeyDictionary[Any, asyncio.Lock] = weakref.WeakKeyDictionary()

    def async_lock(self) -> asyncio.Lock:
        """The lock of the running event loop."""
        # Loaded where it is used: it takes longer than all of this library.
        import asyncio

        return self._async_locks.setdefault(asyncio.get_running_loop(), asyncio.Lock())

    def is_due(self, refused: Optional[str]) -> bool:
        """Whether the token is to be renewed: it ends soon, or it is the one that was refused."""
        if self.refresh_token is None:
            return False
        if refused is not None:
            return self.access_token == refused
        return self.expires_at is not None and time.time() >= self.expires_at - REFRESH_BEFORE

    def renewal(self, settings: Settings) -> Run:
        """The call that renews the token. :raises OAuthError: when this refresh token was refused before"""
        if self._failure is not None:
            raise copy.copy(self._failure)
        fields = {"grant_type": "refresh_token", "refresh_token": self.refresh_token}
        return _token_call(settings, TOKEN_URL, {**fields, **_client_fields(self.client_id, self._client_secret)})

    def fail(self, error: OAuthError) -> None:
        """Notes that the refresh token is useless, so that calls that wait do not send it again."""
        if error.code == "invalid_grant":
            self._failure = error

    def accept(self, response: HttpResponse) -> None:
        """Takes the new tokens over."""
        tokens = _tokens_of(response)
        self.access_token = tokens.access_token
        self.refresh_token = tokens.refresh_token or self.refresh_token
        self.expires_at = tokens.expires_at
        if self._on_refresh is not None:
            self._on_refresh(tokens)

    def __repr__(self) -> str:
        return f"OAuthSession(client_id={self.client_id!r}, expires_at={self.expires_at!r})"


class OAuth:
    """The steps of signing in. It needs no API key.

    :param client_id: of your application
    :param client_secret: only where it has one: applications that run on people's devices have none
    :param base_url: of the API; the addresses of OAuth follow from it
    """

    def __init__(
        self,
        client_id: str,
        client_secret: Optional[str] = None,
        *,
        base_url: Optional[str] = None,
        timeout: Optional[float] = None,
        max_retries: Optional[int] = None,
        hooks: Optional[Hooks] = None,
        transport: Optional[Transport] = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        from ._transport import HttpTransport

        self._client_id = _checked("client_id", client_id)
        self._client_secret = client_secret
        self._transport: Transport = transport if transport is not None else HttpTransport()
        self._sleep = sleep
        self._settings = settings_of(
            api_key=None,
            base_url=base_url,
            timeout=timeout,
            total_timeout=None,
            max_retries=max_retries,
            headers=None,
            hooks=hooks,
            needs_key=False,
        )

    def authorize_url(
        self,
        *,
        redirect_uri: str,
        scopes: Sequence[str],
        state: Optional[str] = None,
        code_verifier: Optional[str] = None,
        **more: str,
    ) -> Authorization:
        """Where to send the user. Nothing is sent by this.

        :param redirect_uri: where the user comes back to, with ``code`` and ``state``
        :param scopes: what you want to do, ``["contacts:read"]``
        """
        if isinstance(scopes, str):
            raise ConfigurationError("scopes must be a list, such as ['contacts:read'].")
        state = state if state is not None else secrets.token_urlsafe(24)
        verifier = code_verifier if code_verifier is not None else secrets.token_urlsafe(48)
        challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
        query = {
            "response_type": "code",
            "client_id": self._client_id,
            "redirect_uri": redirect_uri,
            "scope": " ".join(scopes),
            "state": state,
            "code_challenge": challenge,
            "code_challenge_method": "S256",
            **more,
        }
        return Authorization(f"{_address(self._settings, AUTHORIZE_URL)}?{urlencode(query)}", state, verifier)

    def exchange(self, *, code: str, code_verifier: str, redirect_uri: str) -> Tokens:
        """Tokens for the code that the user came back with. :raises OAuthError: when the code does not work"""
        fields = {
            "grant_type": "authorization_code",
            "code": code,
            "code_verifier": code_verifier,
            "redirect_uri": redirect_uri,
        }
        return _tokens_of(self._send(TOKEN_URL, fields))

    def refresh(self, refresh_token: str) -> Tokens:
        """New tokens; the old ones do not work any more. A session does it by itself."""
        return _tokens_of(self._send(TOKEN_URL, {"grant_type": "refresh_token", "refresh_token": refresh_token}))

    def revoke(self, token: str) -> None:
        """Makes a token useless."""
        self._send(REVOKE_URL, {"token": token})

    def session(self, tokens: Mapping[str, Any], on_refresh: Optional[Callable[[Tokens], None]] = None) -> OAuthSession:
        """What a client acts with: ``Orbinto(oauth=oauth.session(tokens))``.

        :param tokens: of ``exchange``, or as you have kept them
        :param on_refresh: is given the new tokens, to be kept
        """
        return OAuthSession(
            self._client_id,
            tokens["access_token"],
            tokens.get("refresh_token"),
            tokens.get("expires_at"),
            client_secret=self._client_secret,
            base_url=self._settings.base_url,
            on_refresh=on_refresh,
        )

    def close(self) -> None:
        """Closes idle connections."""
        self._transport.close()

    def _send(self, address: str, fields: Mapping[str, Any]) -> HttpResponse:
        from ._client import Orbinto

        more = _client_fields(self._client_id, self._client_secret)
        driver = Orbinto.__new__(Orbinto)
        driver._transport, driver._sleep, driver._oauth = self._transport, self._sleep, None
        return driver._drive(_token_call(self._settings, address, {**fields, **more}))


def _checked(name: str, value: Any) -> str:
    if not isinstance(value, str) or not value or not value.isprintable() or " " in value or not value.isascii():
        raise ConfigurationError(f"{name} must be a text without spaces and line ends.")
    return value


def _client_fields(client_id: str, client_secret: Optional[str]) -> Dict[str, str]:
    return {"client_id": client_id, **({"client_secret": client_secret} if client_secret else {})}


def _address(settings: Settings, documented: str) -> str:
    """The documented one for the documented API, else the same path beside the base URL."""
    if settings.base_url == BASE_URL:
        return documented
    url = urlsplit(settings.base_url)
    return f"{url.scheme}://{url.netloc}{urlsplit(documented).path}"


def _token_call(settings: Settings, documented: str, fields: Mapping[str, Any]) -> Run:
    address = urlsplit(_address(settings, documented))
    call = Call(
        operation=f"oauth{address.path.rpartition('/')[2]}",
        method="POST",
        path=address.path,
        query="",
        body=urlencode(fields).encode(),
        headers=_FORM,
        is_repeatable=False,
        has_result=True,
    )
    plain = settings._replace(base_url=f"{address.scheme}://{address.netloc}", authorization=None)
    return run(Plan(call, changed(plain, {}), is_oauth=True))


def _tokens_of(response: HttpResponse) -> Tokens:
    tokens = result_of(response, Tokens, True)
    if not isinstance(tokens, Tokens) or not isinstance(tokens.get("access_token"), str):
        raise InvalidResponseError("The answer has no access token.", status=response.status, headers=response.headers)
    lifetime = tokens.get("expires_in")
    if isinstance(lifetime, (int, float)) and not isinstance(lifetime, bool):
        tokens["expires_at"] = int(time.time() + lifetime)
    return tokens
