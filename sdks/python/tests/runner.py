"""Carries out the scenarios of sdks/scenarios.yaml with this library: `runner.py FILE`."""

from __future__ import annotations

import concurrent.futures
import json
import logging
import os
import pathlib
import sys
import time
import traceback
import urllib.request
import warnings
from typing import Any, Callable, Dict, List, Optional

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "src"))

import orbinto  # noqa: E402
from orbinto import _deprecation  # noqa: E402

Json = Dict[str, Any]


class Skipped(Exception):
    """The library cannot do it, and why."""


class Lines(logging.Handler):
    """Collects what the library logs."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: List[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


class Scene:
    """One scenario with its client and what is noted of it."""

    def __init__(self, scenario: Json) -> None:
        self.scenario = scenario
        self.waits: List[float] = []
        self.hooks: List[Json] = []
        self._client: Any = None

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        clock = self.scenario.get("clock")
        if clock:
            headers = {"Authorization": f"Bearer {clock['key']}", "Content-Type": "application/json"}
            body = json.dumps({"advance_seconds": seconds}).encode()
            with urllib.request.urlopen(urllib.request.Request(clock["url"], body, headers)) as answer:
                answer.read()

    def options(self) -> Json:
        given = {name: value for name, value in self.scenario["client"].items() if value is not None}
        if given.pop("hooks", False):
            note = lambda name: lambda *_: self.hooks.append({"hook": name})  # noqa: E731
            given["hooks"] = orbinto.Hooks(**{name: note(name) for name in ("before", "after", "retry", "error")})
        given.pop("log", None)
        if "oauth" in given:
            given["oauth"] = orbinto.OAuthSession(**given.pop("oauth"))
        return given

    def client(self) -> Any:
        if self._client is None:
            self._client = orbinto.Orbinto(sleep=self.sleep, **self.options())
        return self._client

    def of(self, step: Json) -> Any:
        client = self.client()
        key = step.get("options", {}).get("api_key")
        return client if key is None else client.with_options(api_key=key)

    def close(self) -> None:
        if self._client is not None:
            self._client.close()


def method_of(client: Any, name: str) -> Callable[..., Any]:
    found = client
    for part in name.split("."):
        found = getattr(found, part)
    return found  # type: ignore[no-any-return]


def arguments_of(step: Json) -> Any:
    body: Json = dict(step.get("body") or {})
    if step.get("unserializable"):
        body = {"email": float("nan")}
    options = {name: value for name, value in step.get("options", {}).items() if name != "api_key"}
    named = {**body, **step.get("query", {})}
    return list(step.get("path", {}).values()), {**named, **({"options": options} if options else {})}


def told_of_response(raw: Any) -> Json:
    limit = raw.rate_limit
    return {
        "status": raw.status,
        "headers": {name.lower(): value for name, value in raw.headers.items()},
        "request_id": raw.request_id,
        "rate_limit": None if limit is None else limit._asdict(),
    }


def told_of_error(error: BaseException) -> Json:
    if not isinstance(error, orbinto.OrbintoError):
        return {"class": type(error).__name__, "classes": [], "text": "".join(traceback.format_exception(type(error), error, error.__traceback__))}
    limit = getattr(error, "rate_limit", None)
    return {
        "class": type(error).__name__,
        "classes": [cls.__name__ for cls in type(error).__mro__ if issubclass(cls, orbinto.OrbintoError)],
        "message": error.message,
        "text": str(error) + repr(error) + "".join(traceback.format_exception(type(error), error, error.__traceback__)),
        **{name: getattr(error, name, None) for name in ("status", "code", "param", "request_id", "doc_url", "retry_after")},
        "rate_limit": None if limit is None else limit._asdict(),
        "headers": {name.lower(): value for name, value in getattr(error, "headers", {}).items()},
    }


def unwrap(given: Json) -> Any:
    headers = dict(given.get("headers", {}))
    for name, value in given.get("override_headers", {}).items():
        headers = {known: old for known, old in headers.items() if known.lower() != name.lower()}
        headers[name] = value
    if given.get("upper_case_headers"):
        headers = {name.upper(): value for name, value in headers.items()}
    body = given["parsed_body"] if "parsed_body" in given else given["body"].encode()
    secret = given["secrets"] if "secrets" in given else given["secret"]
    tolerance = {"tolerance": given["tolerance"]} if "tolerance" in given else {}
    return orbinto.webhooks.unwrap(body, headers, secret, now=given.get("now"), **tolerance)


def route(given: Json) -> List[str]:
    told: List[str] = []
    known: set[str] = set()

    def seen(id: str) -> bool:
        is_known = id in known
        known.add(id)
        return is_known

    router = orbinto.WebhookRouter(
        secret=given["secret"],
        fallback=None if given.get("no_fallback") else lambda event: told.append(f"fallback {event.event} {event.delivery_id}"),
        seen=seen if given.get("remember") else None,
    )
    for name in given["handlers"]:
        router.on(name)(lambda event: told.append(f"{event.event} {event.delivery_id}"))
    for delivery in given["deliveries"]:
        id = delivery["headers"].get("webhook-id")
        try:
            if router.handle(delivery["body"].encode(), delivery["headers"], now=given["now"]).outcome == "seen":
                told.append(f"seen {id}")
        except orbinto.WebhookVerificationError:
            told.append(f"refused {id}")
    return told


def build_event(given: Json) -> Json:
    built = orbinto.events.build(given["name"], data=given.get("data"), secret=given["secret"], now=given["now"])
    return {"body": built.body.decode(), "headers": built.headers, "event": built.event}


def oauth(scene: Scene, name: str, args: Json) -> Any:
    fields = dict(args)
    maker = orbinto.OAuth(
        fields.pop("client_id"),
        fields.pop("client_secret", None),
        base_url=scene.scenario["client"]["base_url"],
        sleep=scene.sleep,
    )
    try:
        result = getattr(maker, name)(*([fields.pop(only) for only in ("refresh_token", "token") if only in fields]), **fields)
    finally:
        maker.close()
    return result._asdict() if isinstance(result, orbinto.oauth.Authorization) else result


def step_without_client(scene: Scene, step: Json) -> Optional[Json]:
    for name, does in (("unwrap", unwrap), ("route", route), ("build_event", build_event)):
        if name in step:
            return {"result": does(step[name])}  # type: ignore[operator]
    return {"result": oauth(scene, step["oauth"], step["args"])} if "oauth" in step else None


def carry_out(scene: Scene, step: Json) -> Json:
    if "parallel" in step:
        scene.client()
        count = step["parallel"]["count"]
        with concurrent.futures.ThreadPoolExecutor(count) as pool:
            return {"parallel": list(pool.map(lambda _: timed(scene, step["parallel"]["step"]), range(count)))}
    plain = step_without_client(scene, step)
    if plain is not None:
        return plain
    client = scene.of(step)
    if "cancel_after_ms" in step:
        raise Skipped("a call that waits for the network cannot be cancelled from outside; AsyncOrbinto can")
    if "request" in step:
        given = dict(step["request"])
        return {"result": client.request(given.pop("method"), given.pop("path"), **given)}
    if "find_or_create" in step:
        return {"result": client.contacts.find_or_create(**step["find_or_create"])}
    name = next(step[kind] for kind in ("call", "items", "pages", "raw") if kind in step)
    ids, named = arguments_of(step)
    method = method_of(client, name)
    if "raw" in step:
        raw = client.raw(method, *ids, **named)
        return {"result": raw.data, "response": told_of_response(raw)}
    result = method(*ids, **named)
    if "items" in step:
        return {"items": result.take(step["take"]) if "take" in step else list(result)}
    if "pages" in step:
        return {"pages": list(result.pages())}
    return {"result": result.page() if isinstance(result, orbinto.Pager) else result}


def timed(scene: Scene, step: Json) -> Json:
    began = time.monotonic()
    try:
        told = carry_out(scene, step)
    except Skipped as why:
        told = {"skipped": str(why)}
    except Exception as error:
        told = {"error": told_of_error(error)}
    return {**told, "ms": (time.monotonic() - began) * 1000}


def play(scenario: Json, steps_of: Callable[[Scene], List[Json]]) -> Json:
    scene = Scene(scenario)
    lines = Lines()
    logger = logging.getLogger("orbinto")
    before = dict(os.environ)
    os.environ.update(scenario["env"])
    _deprecation._told.clear()
    if scenario["client"].get("log"):
        logger.setLevel(logging.DEBUG)
        logger.addHandler(lines)
    try:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            steps = steps_of(scene)
    finally:
        logger.removeHandler(lines)
        logger.setLevel(logging.NOTSET)
        os.environ.clear()
        os.environ.update(before)
    return {
        "name": scenario["name"],
        "steps": steps,
        "waits": scene.waits,
        "hooks": scene.hooks,
        "log": lines.lines,
        "warnings": [str(one.message) for one in caught],
    }


def sync_steps(scene: Scene) -> List[Json]:
    try:
        return [timed(scene, step) for step in scene.scenario["steps"]]
    finally:
        scene.close()


def main(file: str) -> None:
    for scenario in json.loads(pathlib.Path(file).read_text(encoding="utf-8"))["scenarios"]:
        print(json.dumps(play(scenario, sync_steps)), flush=True)


if __name__ == "__main__":
    main(sys.argv[-1])
