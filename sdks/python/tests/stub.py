"""A server that answers by a function, for tests."""

from __future__ import annotations

import http.server
import json
import socket
import threading
from typing import Any, Callable, List, Tuple


class Stub:
    """Serves on this machine while a `with` block lasts; `seen` has method and path of each request."""

    def __init__(self, answer: Callable[[Any], Tuple[int, Any]]) -> None:
        self.seen: List[Tuple[str, str]] = []
        stub = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def answer(self) -> None:
                length = int(self.headers.get("Content-Length") or 0)
                self.rfile.read(length)
                stub.seen.append((self.command, self.path))
                status, value = answer(self)
                body = value if isinstance(value, bytes) else json.dumps(value).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            do_GET = do_POST = do_PATCH = do_DELETE = answer

            def log_message(self, *_: Any) -> None:
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.port: int = self.server.server_port
        self.origin = f"http://127.0.0.1:{self.server.server_port}"
        self.base_url = f"{self.origin}/v1"

    def __enter__(self) -> Stub:
        self._thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()
        self._thread.join()


class Tunnel:
    """A proxy that opens tunnels, all to one port of this machine."""

    def __init__(self, port: int) -> None:
        self.asked: List[str] = []
        self._port = port
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._listening.getsockname()[1]}"

    def __enter__(self) -> Tunnel:
        self._threads = [threading.Thread(target=self._serve, daemon=True)]
        self._threads[0].start()
        return self

    def __exit__(self, *_: object) -> None:
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        for thread in self._threads:
            thread.join()

    def _serve(self) -> None:
        while True:
            try:
                peer, _ = self._listening.accept()
            except OSError:
                return
            with peer, socket.create_connection(("127.0.0.1", self._port)) as target:
                self.asked.append(peer.recv(4096).decode().partition("\r\n")[0])
                peer.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
                back = threading.Thread(target=_copy, args=(target, peer), daemon=True)
                back.start()
                _copy(peer, target)
                back.join()


def _copy(source: socket.socket, sink: socket.socket) -> None:
    try:
        for part in iter(lambda: source.recv(65536), b""):
            sink.sendall(part)
    except OSError:
        pass
    try:
        sink.shutdown(socket.SHUT_WR)
    except OSError:
        pass
