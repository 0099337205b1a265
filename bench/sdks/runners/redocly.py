"""Carries out scenarios with the client that Redocly's `generate-client` makes: `redocly.py CLIENT FILE`."""

from __future__ import annotations

import concurrent.futures
import dataclasses
import enum
import importlib.util
import inspect
import itertools
import json
import os
import pathlib
import re
import sys
import time
import traceback
import typing
import warnings
from typing import Any, Dict, List

Json = Dict[str, Any]
OPERATIONS = {
    "contacts.get": "get_contact",
    "contacts.list": "list_contacts",
    "contacts.create": "create_contact",
    "contacts.update": "update_contact",
    "contacts.search": "search_contacts",
    "conversations.get": "get_conversation",
    "conversations.list": "list_conversations",
    "conversations.messages.get": "get_message",
}
WORDS = {
    "webhooks": r"verif|unwrap|signature|router|build_?event",
    "oauth": r"pkce|authoriz(e|ation)_?url|exchange|refresh_?token|oauth_?session",
    "find_or_create": r"find_?or|upsert",
}

spec = importlib.util.spec_from_file_location("generated_client", sys.argv[1])
assert spec is not None and spec.loader is not None
generated: Any = importlib.util.module_from_spec(spec)
sys.modules["generated_client"] = generated
spec.loader.exec_module(generated)


class Skipped(Exception):
    """The client has nothing of the kind."""


class Clock:
    """Stands for the module `time` in the client: what it would wait is noted."""

    def __init__(self) -> None:
        self.waits: List[float] = []

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)

    def __getattr__(self, name: str) -> Any:
        return getattr(time, name)


def lacking(step: Json) -> None:
    kind = "oauth" if "oauth" in step else "find_or_create" if "find_or_create" in step else "webhooks"
    for name in [*dir(generated), *dir(generated.Client)]:
        if re.search(WORDS[kind], name, re.I):
            raise RuntimeError(f"There is a {name} now, which this runner does not try")
    raise Skipped(f"nothing for {kind}")


def client_of(options: Json, hooks: List[Json]) -> Any:
    note = lambda name: lambda *_: hooks.append({"hook": name})  # noqa: E731
    given: Json = {}
    if options.get("api_key") is not None:
        given["auth"] = {"bearer": options["api_key"]}
    if "timeout" in options:
        given["timeout"] = options["timeout"]
    if "max_retries" in options:
        given["retry"] = {"retries": options["max_retries"]}
    if options.get("hooks"):
        given["middleware"] = [{"on_request": note("before"), "on_response": note("after")}]
    url = options.get("base_url")
    return generated.Client(**given) if url is None else generated.Client(url, **given)


def plain(value: Any) -> Any:
    """What the caller has of an object: its attributes, by the names on the wire."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        names = getattr(type(value), "_field_map", {})
        return {names.get(name, name): plain(member) for name, member in vars(value).items()}
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, list):
        return [plain(member) for member in value]
    return {name: plain(member) for name, member in value.items()} if isinstance(value, dict) else value


def body_of(method: Any, body: Any) -> List[Any]:
    if body is None:
        return []
    return [typing.get_type_hints(method, vars(generated))["body"](**body)]


def carry_out(client: Any, step: Json) -> Json:
    if "request" in step:
        raise Skipped("nothing for a path of one's own")
    kind = next((kind for kind in ("call", "items", "raw") if kind in step), None)
    if kind is None:
        lacking(step)
    name = OPERATIONS[step[str(kind)]]
    suffix = {"items": "_items", "raw": "_with_headers"}.get(str(kind), "")
    method = getattr(client, name + suffix, None)
    if method is None:
        raise Skipped("no iterator")
    given = list(step.get("path", {}).values())
    # What iterates takes no body.
    if "body" in inspect.signature(method).parameters:
        given += body_of(getattr(client, name), step.get("body"))
    found = method(*given, **step.get("query", {}))
    if kind == "items":
        return {"items": [plain(item) for item in itertools.islice(found, step.get("take"))]}
    if kind == "raw":
        limits = {name: found.headers.get(f"x_ratelimit_{name}") for name in ("limit", "remaining", "reset")}
        return {"result": plain(found.data), "response": {"rate_limit": limits}}
    return {"result": plain(found)}


def told_of(error: BaseException) -> Json:
    return {
        **{name: getattr(error, name, None) for name in ("status", "code", "param", "request_id", "retry_after", "rate_limit")},
        "class": type(error).__name__,
        "message": str(error),
        "text": "".join(traceback.format_exception(type(error), error, error.__traceback__)),
    }


def timed(client: Any, step: Json) -> Json:
    began = time.monotonic()
    try:
        told = carry_out(client, step)
    except Skipped as why:
        told = {"skipped": str(why)}
    except Exception as error:
        told = {"error": told_of(error)}
    return {**told, "ms": (time.monotonic() - began) * 1000}


def all_of(client: Any, step: Json) -> Json:
    if "parallel" not in step:
        return timed(client, step)
    count = step["parallel"]["count"]
    with concurrent.futures.ThreadPoolExecutor(count) as pool:
        return {"parallel": list(pool.map(lambda _: timed(client, step["parallel"]["step"]), range(count)))}


def play(scenario: Json) -> Json:
    clock = generated.time = Clock()
    hooks: List[Json] = []
    os.environ.update(scenario["env"])
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        client = client_of(scenario["client"], hooks)
        steps = [all_of(client, step) for step in scenario["steps"]]
    for name in scenario["env"]:
        del os.environ[name]
    told = [str(one.message) for one in caught if not issubclass(one.category, ResourceWarning)]
    return {"name": scenario["name"], "steps": steps, "waits": clock.waits, "hooks": hooks, "log": [], "warnings": told}


for scene in json.loads(pathlib.Path(sys.argv[-1]).read_text(encoding="utf-8"))["scenarios"]:
    print(json.dumps(play(scene), default=str), flush=True)
