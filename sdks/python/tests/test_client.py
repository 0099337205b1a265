"""What the scenarios cannot say: threads, transports, pickling, records, sockets, the grammar of Python 3.9."""

from __future__ import annotations

import ast
import concurrent.futures
import copy
import datetime
import json
import logging
import os
import pathlib
import pickle
import shutil
import socket
import ssl
import subprocess
import tempfile
import threading
import time
import unittest
from typing import Any, List, Tuple

from stub import Stub, Tunnel

import orbinto
from orbinto import errors, types
from orbinto._paging import Pager
from orbinto._record import shaped

KEY = "sk_test_secretsecret"


class Threads(unittest.TestCase):
    def test_twenty_threads_share_a_client(self) -> None:
        def answer(request: Any) -> Tuple[int, Any]:
            time.sleep(0.005)
            return 200, {"id": request.path.rpartition("/")[2]}

        with Stub(answer) as stub, orbinto.Orbinto(KEY, base_url=stub.base_url) as client:
            with concurrent.futures.ThreadPoolExecutor(20) as pool:
                ids = [f"con_{number}" for number in range(200)]
                self.assertEqual([one.id for one in pool.map(client.contacts.get, ids)], ids)

    def test_raw_is_of_its_own_thread(self) -> None:
        with Stub(lambda request: (200, {"id": request.path[-1]})) as stub:
            with orbinto.Orbinto(KEY, base_url=stub.base_url) as client:
                with concurrent.futures.ThreadPoolExecutor(8) as pool:
                    found = list(pool.map(lambda n: client.raw(client.contacts.get, str(n % 10)), range(40)))
        self.assertEqual([raw.data.id for raw in found], [str(n % 10) for n in range(40)])


class Sockets(unittest.TestCase):
    def test_connections_are_used_again(self) -> None:
        ports = set()

        def answer(request: Any) -> Tuple[int, Any]:
            ports.add(request.client_address)
            return 200, {}

        with Stub(answer) as stub, orbinto.Orbinto(KEY, base_url=stub.base_url) as client:
            for _ in range(5):
                client.contacts.get("a")
        self.assertEqual(len(ports), 1)

    def test_a_connection_that_the_server_closed_is_not_used(self) -> None:
        def answer(request: Any) -> Tuple[int, Any]:
            request.close_connection = True
            return 201, {"id": "a"}

        with Stub(answer) as stub, orbinto.Orbinto(KEY, base_url=stub.base_url, max_retries=0) as client:
            for _ in range(3):
                client.contacts.create(email="a@example.com")
                time.sleep(0.05)

    def test_a_body_that_trickles_ends_in_time(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as server:

            def trickle() -> None:
                with server.accept()[0] as peer:
                    try:
                        peer.recv(4096)
                        peer.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
                        for _ in range(40):
                            peer.sendall(b" ")
                            time.sleep(0.05)
                    except OSError:
                        pass

            thread = threading.Thread(target=trickle)
            thread.start()
            base_url = f"http://127.0.0.1:{server.getsockname()[1]}/v1"
            began = time.monotonic()
            with self.assertRaises(TimeoutError), orbinto.Orbinto(KEY, base_url=base_url) as client:
                client.contacts.get("a", options={"timeout": 0.3, "max_retries": 0})
            self.assertLess(time.monotonic() - began, 0.5)
            thread.join()

    def test_a_proxy_is_given_the_whole_address(self) -> None:
        with Stub(lambda _: (200, {"id": "a"})) as stub:
            transport = orbinto.HttpTransport(proxy=stub.origin)
            with orbinto.Orbinto(KEY, base_url="http://api.example.com/v1", transport=transport) as client:
                self.assertEqual(client.contacts.get("a").id, "a")
            self.assertEqual(stub.seen, [("GET", "http://api.example.com/v1/contacts/a")])

    @unittest.skipUnless(hasattr(os, "fork"), "there is no fork")
    def test_a_forked_process_has_connections_of_its_own(self) -> None:
        transport = orbinto.HttpTransport()
        with Stub(lambda _: (200, {})) as stub, orbinto.Orbinto(KEY, base_url=stub.base_url, transport=transport) as client:
            client.contacts.get("a")
            transport._process = 0
            client.contacts.get("a")
            self.assertEqual(transport._process, os.getpid())


@unittest.skipUnless(shutil.which("openssl"), "there is no openssl")
class Tls(unittest.TestCase):
    """Over TLS, straight and through a proxy that opens a tunnel."""

    def setUp(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.pem = os.path.join(self.folder.name, "both.pem")
        subject = ["-subj", "/CN=api.example.com", "-addext", "subjectAltName=DNS:api.example.com"]
        curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"]
        command = ["openssl", "req", "-x509", *curve, "-nodes", "-days", "2", *subject, "-keyout", self.pem, "-out", self.pem + ".crt"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def wrap(self, stub: Stub) -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.pem + ".crt", self.pem)
        stub.server.socket = context.wrap_socket(stub.server.socket, server_side=True)

    def test_straight_and_by_a_tunnel(self) -> None:
        stub = Stub(lambda _: (200, {"id": "a"}))
        self.wrap(stub)
        with stub, Tunnel(stub.port) as proxy:
            trusted = ssl.create_default_context(cafile=self.pem + ".crt")
            transport = orbinto.HttpTransport(ssl_context=trusted, proxy=proxy.address)
            with orbinto.Orbinto(KEY, base_url="https://api.example.com/v1", transport=transport) as client:
                self.assertEqual([client.contacts.get("a").id for _ in range(3)], ["a"] * 3)
            self.assertEqual([asked[:-1] for asked in proxy.asked], ["CONNECT api.example.com:443 HTTP/1."])
            doubtful = orbinto.HttpTransport(proxy=proxy.address)
            with orbinto.Orbinto(KEY, base_url="https://api.example.com/v1", transport=doubtful, max_retries=0) as client:
                with self.assertRaises(orbinto.ConnectionError) as caught:
                    client.contacts.get("a")
            self.assertIn("certificate", str(caught.exception).lower() + repr(caught.exception.__cause__).lower())


class Canned:
    """A transport of one's own."""

    def __init__(self, *answers: Any) -> None:
        self.answers = list(answers)
        self.sent: List[orbinto.HttpRequest] = []

    def send(self, request: orbinto.HttpRequest, timeout: float) -> orbinto.HttpResponse:
        self.sent.append(request)
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return orbinto.HttpResponse(200, {"Content-Type": "application/json"}, json.dumps(answer).encode())

    def close(self) -> None:
        pass


class OwnTransport(unittest.TestCase):
    def test_carries_calls_and_its_errors_are_typed(self) -> None:
        carrier = Canned({"id": "a"}, OSError("broken"), {"id": "b"}, TimeoutError())
        client = orbinto.Orbinto(KEY, transport=carrier, sleep=lambda _: None)
        self.assertEqual(client.contacts.get("a").id, "a")
        self.assertEqual(client.contacts.get("b").id, "b")
        with self.assertRaises(orbinto.TimeoutError) as caught:
            client.conversations.close("conv_1")
        self.assertTrue(caught.exception.may_have_run)
        self.assertNotIn(KEY, repr(carrier.sent) + repr(client) + repr(client.contacts))

    def test_an_interrupt_is_not_swallowed(self) -> None:
        class Interrupted(Canned):
            def send(self, request: orbinto.HttpRequest, timeout: float) -> orbinto.HttpResponse:
                raise KeyboardInterrupt

        with self.assertRaises(KeyboardInterrupt):
            orbinto.Orbinto(KEY, transport=Interrupted()).contacts.get("a")

    def test_what_is_sent(self) -> None:
        carrier = Canned({}, {}, {"data": []})
        client = orbinto.Orbinto(KEY, transport=carrier, headers={"accept": "application/vnd.x+json"})
        client.contacts.create(email="a@example.com", tags=("a", "b"), options={"extra_body": {"new": 1}})
        self.assertEqual(json.loads(carrier.sent[0].body or b""), {"email": "a@example.com", "tags": ["a", "b"], "new": 1})
        self.assertNotIn("Accept", carrier.sent[0].headers)
        client.request("GET", "/contacts?page=2", query={"tag": "ä"})
        self.assertTrue(carrier.sent[1].url.endswith("/v1/contacts?page=2&tag=%C3%A4"))
        zone = datetime.timezone(datetime.timedelta(hours=2))
        client.contacts.list(created_after=datetime.datetime(2026, 2, 11, 12, tzinfo=zone)).page()
        self.assertIn("created_after=2026-02-11T10%3A00%3A00Z", carrier.sent[2].url)
        for wrong in (datetime.datetime(2026, 1, 1), object()):
            with self.assertRaises(orbinto.ConfigurationError):
                client.contacts.list(created_after=wrong).page()  # type: ignore[call-overload]

    def test_paths_that_leave_the_api_are_refused(self) -> None:
        client = orbinto.Orbinto(KEY, transport=Canned())
        for path in ("/../oauth/token", "/a/%2e%2E/b", "http://x", "//x", "/a\n", "/a b", "\\\\x", None):
            with self.assertRaises(orbinto.ConfigurationError):
                client.request("GET", path)  # type: ignore[arg-type]


class Sessions(unittest.TestCase):
    def test_a_refused_refresh_token_is_sent_once(self) -> None:
        refused = (400, {"error": "invalid_grant", "error_description": "It was revoked."})
        with Stub(lambda request: refused if "oauth" in request.path else (200, {})) as stub:
            session = orbinto.OAuthSession("client", "a", "b", expires_at=1)
            with orbinto.Orbinto(oauth=session, base_url=stub.base_url) as client:
                with concurrent.futures.ThreadPoolExecutor(10) as pool:
                    calls = [pool.submit(client.contacts.get, "a") for _ in range(10)]
                self.assertEqual({getattr(call.exception(), "code", None) for call in calls}, {"invalid_grant"})
            self.assertEqual(stub.seen, [("POST", "/oauth/token")])


class Errors(unittest.TestCase):
    def test_are_pickled(self) -> None:
        limit = orbinto.RateLimit(1, 2, 3)
        some: List[Exception] = [
            orbinto.ConfigurationError("a"),
            orbinto.ConnectionError("b", may_have_run=True),
            orbinto.TimeoutError("c", timeout=3),
            orbinto.InvalidResponseError("d", status=200, headers=orbinto.Headers({"A": "b"})),
            orbinto.ConflictError("e", status=409, code="email_taken", param="email", rate_limit=limit, retry_after=1.5),
        ]
        for error in some:
            for again in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
                self.assertIs(type(again), type(error))
                self.assertEqual(str(again), str(error))
                self.assertEqual(again.__dict__.keys(), error.__dict__.keys())

    def test_are_the_built_in_ones_as_well(self) -> None:
        self.assertTrue(issubclass(orbinto.ConnectionError, ConnectionError))
        self.assertTrue(issubclass(orbinto.TimeoutError, TimeoutError))
        self.assertIs(errors.class_of(599), orbinto.ServerError)


class Records(unittest.TestCase):
    def test_fields(self) -> None:
        contact: Any = shaped({"id": "a", "phone": None, "new": {"x": 1}}, types.Contact)
        self.assertEqual((contact.id, contact.phone, contact.email, contact.new["x"]), ("a", None, None, 1))
        self.assertNotIn("email", contact)
        with self.assertRaises(AttributeError):
            contact.emial
        with self.assertRaises(AttributeError):
            contact.email = "b"
        self.assertIn("new", dir(contact))
        for again in (pickle.loads(pickle.dumps(contact)), copy.deepcopy(contact)):
            self.assertEqual((type(again), again), (types.Contact, contact))
        self.assertEqual(json.loads(json.dumps(contact)), dict(contact))

    def test_a_word_of_the_language(self) -> None:
        step = shaped({"type": "condition", "then": "a", "else": "b"}, types.ConditionStep)
        self.assertEqual((step.then, step.else_), ("a", "b"))

    def test_events_keep_their_delivery(self) -> None:
        event = orbinto.events.build("contact.created", id="evt_1").event
        self.assertEqual(pickle.loads(pickle.dumps(event)).delivery_id, "evt_1")

    def test_not_given(self) -> None:
        self.assertIs(pickle.loads(pickle.dumps(orbinto.NOT_GIVEN)), orbinto.NOT_GIVEN)
        self.assertFalse(orbinto.NOT_GIVEN)


class Secrets(unittest.TestCase):
    def test_are_in_no_log_and_no_text(self) -> None:
        with self.assertLogs("orbinto", logging.DEBUG) as logs:
            client = orbinto.Orbinto(KEY, transport=Canned({"secret": "whsec_AAAA"}, OSError(5, "broken")), max_retries=0)
            client.webhooks.create(url="https://example.com", events=["message.created"])
            with self.assertRaises(orbinto.ConnectionError):
                client.contacts.get("a")
        text = "\n".join(logs.output)
        self.assertNotIn(KEY, text)
        self.assertNotIn("whsec_", text)
        session = orbinto.OAuthSession("client", "access_secret", "refresh_secret")
        self.assertNotIn("_secret", repr(session) + repr(shaped({"access_token": "a_secret"}, orbinto.oauth.Tokens)))


class Code(unittest.TestCase):
    def test_is_python_3_9(self) -> None:
        folder = pathlib.Path(orbinto.__file__).parent
        files = sorted(folder.rglob("*.py"))
        self.assertGreater(len(files), 30)
        for file in files:
            ast.parse(file.read_text(encoding="utf-8"), str(file), feature_version=(3, 9))
        self.assertTrue((folder / "py.typed").exists())

    def test_all_operations_are_methods_of_both_clients(self) -> None:
        from orbinto.generated import async_resources, operations, resources

        names = [value.name for value in vars(operations).values() if isinstance(value, operations.Operation)]
        self.assertEqual(len(names), 30)
        for root in (resources.Resources, async_resources.AsyncResources):
            for name in names:
                found: Any = root()
                for part in name.split("."):
                    found = getattr(found, part)
                self.assertTrue(found.__doc__)
        self.assertIsInstance(orbinto.Orbinto(KEY).contacts.list(), Pager)


if __name__ == "__main__":
    unittest.main()
