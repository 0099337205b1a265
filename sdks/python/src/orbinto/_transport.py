"""The transport of the synchronous client, with nothing but the standard library."""

from __future__ import annotations

import base64
import http.client
import io
import os
import select
import socket
import ssl
import threading
import time
import urllib.request
from typing import Any, Dict, List, Optional, Tuple
from urllib.parse import SplitResult, unquote, urlsplit

from ._http import HttpRequest, HttpResponse
from .errors import ConfigurationError
from .errors import ConnectionError as OrbintoConnectionError

# Servers close idle connections; many after five seconds. One that may be about to be closed is not used again.
_IDLE_SECONDS = 4.0
_LOOPBACK = ("localhost", "127.0.0.1", "::1")


class _Reader(io.RawIOBase):
    def __init__(self, owner: _TimedSocket) -> None:
        self._owner = owner

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        return self._owner.limited().recv_into(buffer)


class _TimedSocket:
    """A socket whose every step ends at one moment: a body that trickles does not go on for ever."""

    def __init__(self, raw: socket.socket, deadline: float) -> None:
        self.raw = raw
        self.deadline = deadline

    def limited(self) -> socket.socket:
        self.raw.settimeout(remaining(self.deadline))
        return self.raw

    def sendall(self, data: Any) -> None:
        self.limited().sendall(data)

    def makefile(self, mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Reader(self))

    def close(self) -> None:
        """Nothing: http.client closes before the body is read. The connection's ``shut`` closes."""


def remaining(deadline: float) -> float:
    """Seconds until then. :raises socket.timeout: when there are none"""
    left = deadline - time.monotonic()
    if left <= 0:
        raise socket.timeout("timed out")
    return left


class _Connection(http.client.HTTPConnection):
    """One connection, straight or through a proxy."""

    def __init__(self, target: SplitResult, proxy: Optional[SplitResult], context: Optional[ssl.SSLContext]) -> None:
        host, port = _address(proxy or target)
        super().__init__(host, port)
        self._context = context
        self._server_name = target.hostname or ""
        self.idle_since = 0.0
        self.timed: Optional[_TimedSocket] = None
        self.deadline = 0.0
        if proxy is not None and context is not None:
            self.set_tunnel(*_address(target), headers=_proxy_headers(proxy))

    def connect(self) -> None:
        try:
            raw = _open(self.host, self.port or 80, self.deadline)
        except OSError as error:
            if isinstance(error, socket.timeout):
                raise
            message = f"No connection to {self.host}:{self.port} could be made: {error.strerror or error}."
            raise OrbintoConnectionError(message) from error
        self._use(raw)
        if self._context is None:
            return
        if getattr(self, "_tunnel_host", None):
            tunnel: Any = getattr(self, "_tunnel")
            tunnel()
        raw.settimeout(remaining(self.deadline))
        self._use(self._context.wrap_socket(raw, server_hostname=self._server_name))

    def _use(self, raw: socket.socket) -> None:
        self.timed = _TimedSocket(raw, self.deadline)
        self.sock: Any = self.timed

    def shut(self) -> None:
        """Closes it for good, whatever was read."""
        self.close()
        if self.timed is not None:
            self.timed.raw.close()

    def is_fresh(self) -> bool:
        """Whether it can be used again: not idle for long, not closed by the server."""
        if self.timed is None or self.sock is None or time.monotonic() - self.idle_since > _IDLE_SECONDS:
            return False
        # What can be read from an idle connection is its end, or an answer that nobody asked for.
        return not _can_be_read(self.timed.raw)

    def exchange(self, request: HttpRequest, target: str, deadline: float) -> Tuple[HttpResponse, bool]:
        """The answer, and whether the connection can be used again."""
        self.deadline = deadline
        if self.timed is not None:
            self.timed.deadline = deadline
        self.request(request.method, target, request.body, dict(request.headers))
        answer = self.getresponse()
        body = answer.read()
        return HttpResponse(answer.status, answer.getheaders(), body), not answer.will_close


def _can_be_read(raw: socket.socket) -> bool:
    if hasattr(select, "poll"):
        poll = select.poll()
        poll.register(raw, select.POLLIN)
        return bool(poll.poll(0))
    return bool(select.select([raw], [], [], 0)[0])


def _open(host: str, port: int, deadline: float) -> socket.socket:
    failure: Optional[OSError] = None
    for family, kind, protocol, _, address in socket.getaddrinfo(host, port, 0, socket.SOCK_STREAM):
        raw = socket.socket(family, kind, protocol)
        try:
            raw.settimeout(remaining(deadline))
            raw.connect(address)
            raw.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            return raw
        except OSError as error:
            raw.close()
            failure = error
        except BaseException:
            raw.close()
            raise
    raise failure or OSError(f"{host} has no address")


def _address(url: SplitResult) -> Tuple[str, int]:
    return url.hostname or "", url.port or (443 if url.scheme == "https" else 80)


def _proxy_headers(proxy: SplitResult) -> Dict[str, str]:
    if proxy.username is None:
        return {}
    pair = f"{unquote(proxy.username)}:{unquote(proxy.password or '')}"
    return {"Proxy-Authorization": "Basic " + base64.b64encode(pair.encode()).decode()}


class HttpTransport:
    """Keeps connections open between calls, and serves many threads.

    A connection whose answer was not read to its end is closed, whatever the reason: the next call can
    never get it.

    :param ssl_context: for certificates of your own
    :param proxy: the address of an HTTP proxy; without it ``HTTPS_PROXY``, ``HTTP_PROXY`` and ``NO_PROXY``
        are obeyed, never for this machine itself
    :param max_idle: how many connections are kept while nobody uses them
    """

    def __init__(
        self,
        *,
        ssl_context: Optional[ssl.SSLContext] = None,
        proxy: Optional[str] = None,
        max_idle: int = 16,
    ) -> None:
        self._ssl_context = ssl_context
        self._proxy = None if proxy is None else _proxy_address(proxy)
        self._max_idle = max_idle
        self._idle: Dict[Tuple[str, str], List[_Connection]] = {}
        self._lock = threading.Lock()
        self._process = os.getpid()

    def send(self, request: HttpRequest, timeout: float) -> HttpResponse:
        """Sends once. See :class:`orbinto.Transport`."""
        deadline = time.monotonic() + timeout
        url = urlsplit(request.url)
        proxy = self._proxy_for(url)
        connection = self._take(url) or _Connection(url, proxy, self._context() if url.scheme == "https" else None)
        target = f"{url.path or '/'}?{url.query}" if url.query else url.path or "/"
        if proxy is not None and url.scheme == "http":
            target = request.url
            headers = {**request.headers, **_proxy_headers(proxy)}
            request = HttpRequest(request.method, request.url, headers, request.body)
        is_kept = False
        try:
            response, is_kept = connection.exchange(request, target, deadline)
            return response
        except http.client.HTTPException as error:
            # Not the text of the error: it may quote what was sent.
            raise OrbintoConnectionError(
                f"The connection to {url.netloc} ended before the answer was whole ({type(error).__name__})."
            ) from None
        finally:
            if is_kept:
                self._keep(url, connection)
            else:
                connection.shut()

    def __del__(self) -> None:
        """A program that ends without ``close`` leaves no open connection behind, and is not warned of one."""
        for connections in getattr(self, "_idle", {}).values():
            for connection in connections:
                connection.shut()

    def close(self) -> None:
        """Closes the connections that nobody uses. The transport can be used again."""
        with self._lock:
            idle = [connection for connections in self._idle.values() for connection in connections]
            self._idle.clear()
        for connection in idle:
            connection.shut()

    def _context(self) -> ssl.SSLContext:
        with self._lock:
            if self._ssl_context is None:
                self._ssl_context = ssl.create_default_context()
            return self._ssl_context

    def _proxy_for(self, url: SplitResult) -> Optional[SplitResult]:
        if self._proxy is not None:
            return self._proxy
        host = url.hostname or ""
        if host in _LOOPBACK:
            return None
        address = urllib.request.getproxies().get(url.scheme)
        if not address or urllib.request.proxy_bypass(host):
            return None
        return _proxy_address(address)

    def _take(self, url: SplitResult) -> Optional[_Connection]:
        while True:
            with self._lock:
                if self._process != os.getpid():
                    # A forked process must not speak on its parent's connections; to close its copies does no harm.
                    inherited, self._idle = self._idle, {}
                    self._process = os.getpid()
                    for one in [one for some in inherited.values() for one in some]:
                        one.shut()
                waiting = self._idle.get((url.scheme, url.netloc))
                connection = waiting.pop() if waiting else None
            if connection is None or connection.is_fresh():
                return connection
            connection.shut()

    def _keep(self, url: SplitResult, connection: _Connection) -> None:
        connection.idle_since = time.monotonic()
        with self._lock:
            waiting = self._idle.setdefault((url.scheme, url.netloc), [])
            if len(waiting) < self._max_idle:
                waiting.append(connection)
                return
        connection.shut()


def _proxy_address(address: str) -> SplitResult:
    url = urlsplit(address if "://" in address else f"http://{address}")
    if url.scheme != "http" or not url.hostname:
        raise ConfigurationError("The proxy must be an address such as http://proxy.example.com:3128.")
    return url
