"""Vectors, hostile inputs, all events, adapters. ORBINTO_VECTORS is the file of vectors, ORBINTO_MOCK a sandbox."""

from __future__ import annotations

import asyncio
import base64
import json
import os
import pathlib
import random
import unittest
import urllib.request
import wsgiref.util
import wsgiref.validate
from typing import Any, Dict, List

import orbinto
from orbinto import events, types, webhooks
from orbinto.generated.event_examples import EXAMPLES

SECRET = events.TEST_SECRET


def body_of(vector: Dict[str, Any]) -> Any:
    return vector["parsed"] if "parsed" in vector else base64.b64decode(vector["body_base64"])


class Vectors(unittest.TestCase):
    def setUp(self) -> None:
        self.vectors = json.loads(pathlib.Path(os.environ["ORBINTO_VECTORS"]).read_text(encoding="utf-8"))

    def test_plain(self) -> None:
        for vector in self.vectors["signature"]:
            with self.subTest(vector["name"]):
                verdict = webhooks.verify_signature(body_of(vector), vector["signature"], vector["secret"])
                self.assertIs(verdict, vector["valid"])

    def test_standard(self) -> None:
        for vector in self.vectors["standard"]:
            with self.subTest(vector["name"]):
                given = [vector[name] for name in ("id", "timestamp", "signature", "secret", "now")]
                self.assertIs(webhooks.verify_standard_signature(body_of(vector), *given), vector["valid"])

    def test_unwrap_agrees(self) -> None:
        for vector in self.vectors["standard"]:
            with self.subTest(vector["name"]):
                headers = {f"webhook-{name}": vector[name] for name in ("id", "timestamp", "signature")}
                try:
                    webhooks.unwrap(body_of(vector), headers, vector["secret"], now=vector["now"])
                    believed = True
                except orbinto.OrbintoError as error:
                    believed = "signature is right" in error.message
                self.assertIs(believed, vector["valid"])


class Hostile(unittest.TestCase):
    def test_ten_thousand(self) -> None:
        pick = random.Random(20260211)
        built = events.build("message.created", now=1770806122)
        odd: List[Any] = [None, 0, True, 1.5, float("nan"), "", "\ud800", "whsec_", b"", b"\xff", [], [1], {}, {"a": 1}, object()]
        odd += ["v1,", "v1,é", "v1," + "A" * 44, "9" * 12, "9" * 400, "-1", "١٢٣", "whsec_====", "whsec_A", SECRET, "a" * 64]

        def any_headers() -> Any:
            headers: Dict[Any, Any] = dict(built.headers)
            for _ in range(pick.randrange(4)):
                headers[pick.choice([*headers, None, 5, b"webhook-id", "x"])] = pick.choice(odd)
            for _ in range(pick.randrange(3)):
                headers.pop(pick.choice(list(headers)), None)
            return pick.choice([headers, list(headers.items()), headers, pick.choice(odd)])

        def any_body() -> Any:
            start = pick.randrange(len(built.body))
            return pick.choice([built.body, built.body[start:], built.body.decode(), bytearray(built.body), pick.choice(odd)])

        believed = 0
        for _ in range(10_000):
            secret = pick.choice([SECRET, SECRET, pick.choice(odd), [SECRET, pick.choice(odd)]])
            now = pick.choice([1770806122, 1770806122, 0, float("nan"), float("inf"), "x"])
            tolerance = pick.choice([300, 300, 0, float("nan"), None])
            try:
                webhooks.unwrap(any_body(), any_headers(), secret, now=now, tolerance=tolerance)
                believed += 1
            except (orbinto.WebhookVerificationError, orbinto.ConfigurationError) as error:
                self.assertNotIn(SECRET, str(error))
        self.assertGreater(believed, 100)


class Events(unittest.TestCase):
    def test_all_unwrap(self) -> None:
        self.assertEqual(len(EXAMPLES), 12)
        for name in EXAMPLES:
            built = events.build(name)
            event = webhooks.unwrap(built.body, built.headers, SECRET)
            self.assertNotIsInstance(event, webhooks.UnknownEvent)
            self.assertEqual(event, built.event)
            self.assertEqual(event.delivery_id, built.headers["webhook-id"])

    def test_nested_records(self) -> None:
        event = webhooks.unwrap(*events.build("message.created")[:2], SECRET)
        assert isinstance(event, types.MessageCreatedEvent) and isinstance(event.data, types.VisitorMessage)
        self.assertEqual(event.data.visitor.id, event["data"]["visitor"]["id"])

    def test_refusals(self) -> None:
        with self.assertRaisesRegex(orbinto.ConfigurationError, "message.created"):
            events.build("message.creatd")
        with self.assertRaisesRegex(orbinto.WebhookVerificationError, "[Rr]aw"):
            webhooks.unwrap({}, {}, SECRET)  # type: ignore[arg-type]


@unittest.skipUnless("ORBINTO_MOCK" in os.environ, "there is no sandbox")
class RealDeliveries(unittest.TestCase):
    def test_all_events(self) -> None:
        origin, key = os.environ["ORBINTO_MOCK"], "sk_test_pythondeliveries_enterprise"

        def control(method: str, path: str, body: Any = None) -> Any:
            headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}
            data = None if body is None else json.dumps(body).encode()
            request = urllib.request.Request(f"{origin}/_sandbox/{path}", data, headers, method=method)
            with urllib.request.urlopen(request) as answer:
                return json.loads(answer.read())

        with orbinto.Orbinto(key, base_url=f"{origin}/v1") as client:
            webhook = client.webhooks.create(url="https://hooks.example.com/python", events=list(EXAMPLES))
        for name in EXAMPLES:
            control("POST", "events", {"event": name})
        control("POST", "clock", {"advance_seconds": 5})
        found = control("GET", "deliveries?limit=100")["data"]
        own = [one for one in found if one["webhook_id"] == webhook.id and one["attempts"]]
        names = set()
        for delivery in own:
            sent = delivery["attempts"][0]["request"]
            timestamp = {name.lower(): value for name, value in sent["headers"].items()}["webhook-timestamp"]
            event = webhooks.unwrap(sent["body"], sent["headers"], webhook.secret, now=float(timestamp))
            self.assertNotIsInstance(event, webhooks.UnknownEvent)
            names.add(event.event)
        self.assertEqual(names, set(EXAMPLES))


class Adapters(unittest.TestCase):
    def setUp(self) -> None:
        self.got: List[str] = []
        self.router = orbinto.WebhookRouter(secret=SECRET, fallback=lambda event: self.got.append(f"fallback {event.event}"))
        self.router.on("contact.created")(lambda event: self.got.append(event.data.id))

    def wsgi(self, body: bytes, headers: Dict[str, str], method: str = "POST") -> str:
        import io

        environ: Dict[str, Any] = {"REQUEST_METHOD": method, "CONTENT_LENGTH": str(len(body)), "QUERY_STRING": ""}
        wsgiref.util.setup_testing_defaults(environ)
        environ["wsgi.input"] = io.BytesIO(body)
        for name, value in headers.items():
            key = name.upper().replace("-", "_")
            environ[key if key == "CONTENT_TYPE" else f"HTTP_{key}"] = value
        told: List[str] = []
        answer = wsgiref.validate.validator(self.router.wsgi())(environ, lambda status, *_: told.append(status))  # type: ignore[arg-type,return-value]
        list(answer)
        answer.close()  # type: ignore[attr-defined]
        return told[0]

    def test_wsgi(self) -> None:
        built = events.build("contact.created")
        self.assertEqual(self.wsgi(built.body, built.headers), "200 OK")
        self.assertEqual(self.wsgi(built.body + b" ", built.headers), "400 Bad Request")
        self.assertEqual(self.wsgi(b"", {}, "GET"), "405 Method Not Allowed")
        self.assertEqual(self.got, [built.event.data.id])

    def asgi(self, parts: List[bytes], headers: Dict[str, str], method: str = "POST") -> int:
        sent: List[Any] = []
        waiting = [{"type": "http.request", "body": part, "more_body": True} for part in parts]
        waiting.append({"type": "http.request", "body": b"", "more_body": False})

        async def receive() -> Any:
            return waiting.pop(0)

        async def send(message: Any) -> None:
            sent.append(message)

        pairs = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
        asyncio.run(self.router.asgi()({"type": "http", "method": method, "headers": pairs}, receive, send))  # type: ignore[arg-type]
        return int(sent[0]["status"])

    def test_asgi(self) -> None:
        @self.router.on("message.created")
        async def created(event: types.MessageCreatedEvent) -> None:
            await asyncio.sleep(0)
            self.got.append("async")

        for name in ("contact.created", "message.created", "visitor.identified"):
            built = events.build(name)
            self.assertEqual(self.asgi([built.body[:9], built.body[9:]], built.headers), 200)
        self.assertEqual(self.asgi([b"{}"], built.headers), 400)
        self.assertEqual(self.asgi([b"x" * 3_000_000], built.headers), 413)
        self.assertEqual(self.asgi([], {}, "PUT"), 405)
        self.assertEqual(self.got[1:], ["async", "fallback visitor.identified"])

    def test_errors_of_handlers_reach_the_server(self) -> None:
        def fails(event: Any) -> None:
            raise LookupError(event.event)

        router = orbinto.WebhookRouter(secret=SECRET, fallback=fails)
        with self.assertRaises(LookupError):
            router.handle(*events.build("contact.updated")[:2])
        with self.assertRaisesRegex(orbinto.ConfigurationError, "already"):
            self.router.on("contact.created")(print)


if __name__ == "__main__":
    unittest.main()
