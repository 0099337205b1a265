"""Carries out the scenarios of sdks/scenarios.yaml with AsyncOrbinto: `async_runner.py FILE`."""

from __future__ import annotations

import asyncio
import json
import pathlib
import sys
import time
from typing import Any, List

from runner import Json, Scene, arguments_of, method_of, play, step_without_client, told_of_error, told_of_response

import orbinto


class AsyncScene:
    """A scenario with an asynchronous client."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._client: Any = None

    async def sleep(self, seconds: float) -> None:
        self.scene.sleep(seconds)

    def client(self) -> Any:
        if self._client is None:
            self._client = orbinto.AsyncOrbinto(sleep=self.sleep, **self.scene.options())
        return self._client

    async def timed(self, step: Json) -> Json:
        began = time.monotonic()
        try:
            if "cancel_after_ms" in step:
                # Making the client takes time of its own: certificates are read.
                self.client()
            task = asyncio.ensure_future(self.carry_out(step))
            if "cancel_after_ms" in step:
                asyncio.get_running_loop().call_later(step["cancel_after_ms"] / 1000, task.cancel)
            told = await task
        except asyncio.CancelledError:
            told = {"error": {"class": "CancelledError"}}
        except Exception as error:
            told = {"error": told_of_error(error)}
        return {**told, "ms": (time.monotonic() - began) * 1000}

    async def carry_out(self, step: Json) -> Json:
        if "parallel" in step:
            self.client()
            inner, count = step["parallel"]["step"], step["parallel"]["count"]
            return {"parallel": await asyncio.gather(*(self.timed(inner) for _ in range(count)))}
        plain = step_without_client(self.scene, step)
        if plain is not None:
            return plain
        client = self.client()
        if "api_key" in step.get("options", {}):
            client = client.with_options(api_key=step["options"]["api_key"])
        if "request" in step:
            given = dict(step["request"])
            return {"result": await client.request(given.pop("method"), given.pop("path"), **given)}
        if "find_or_create" in step:
            return {"result": await client.contacts.find_or_create(**step["find_or_create"])}
        return await self.call(client, step)

    async def call(self, client: Any, step: Json) -> Json:
        name = next(step[kind] for kind in ("call", "items", "pages", "raw") if kind in step)
        ids, named = arguments_of(step)
        method = method_of(client, name)
        if "raw" in step:
            raw = await client.raw(method, *ids, **named)
            return {"result": raw.data, "response": told_of_response(raw)}
        result = method(*ids, **named)
        if "items" in step:
            return {"items": await result.take(step["take"]) if "take" in step else [item async for item in result]}
        if "pages" in step:
            return {"pages": [page async for page in result.pages()]}
        return {"result": await (result.page() if isinstance(result, orbinto.AsyncPager) else result)}


def async_steps(scene: Scene) -> List[Json]:
    async def steps() -> List[Json]:
        own = AsyncScene(scene)
        try:
            return [await own.timed(step) for step in scene.scenario["steps"]]
        finally:
            if own._client is not None:
                await own._client.close()

    return asyncio.run(steps())


if __name__ == "__main__":
    for scenario in json.loads(pathlib.Path(sys.argv[-1]).read_text(encoding="utf-8"))["scenarios"]:
        print(json.dumps(play(scenario, async_steps)), flush=True)
