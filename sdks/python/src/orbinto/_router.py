"""Calls the handler that is meant for an event, in any framework."""

from __future__ import annotations

from typing import Any, Awaitable, Callable, Dict, Iterable, List, NamedTuple, Optional, Sequence, Tuple, Union

from ._event import EventRecord
from ._verify import TOLERANCE
from .errors import ConfigurationError, WebhookVerificationError
from .generated.events import EventRouter

# The body of a delivery is far smaller.
_MOST_BYTES = 2 * 1024 * 1024

Handler = Callable[[Any], Any]


class Delivery(NamedTuple):
    """What became of a delivery that can be believed."""

    event: EventRecord
    outcome: str
    """``handled``, ``fallback``, or ``seen`` when it had come before and nothing was called."""


class WebhookRouter(EventRouter):
    """Checks deliveries and calls one handler an event.

    :param secret: of the webhook, ``whsec_…``; several while you change it
    :param fallback: is given every event without a handler, those that do not exist yet among them
    :param seen: is asked with the id of a delivery before a handler is called; True skips it. Deliveries come
        again when your answer was late: keep the ids that your handlers have done
    :param tolerance: how many seconds the clocks may differ
    :raises ConfigurationError: without a fallback
    """

    def __init__(
        self,
        *,
        secret: Union[str, Sequence[str]],
        fallback: Optional[Handler] = None,
        seen: Optional[Callable[[str], Any]] = None,
        tolerance: float = TOLERANCE,
    ) -> None:
        if not callable(fallback):
            raise ConfigurationError(
                "A router needs a fallback: it is given the events that have no handler, also those that come later."
            )
        self._secret = secret
        self._fallback: Handler = fallback
        self._seen = seen
        self._tolerance = tolerance
        self._handlers: Dict[str, Handler] = {}

    def _register(self, event: str, handler: Handler) -> None:
        if event in self._handlers:
            raise ConfigurationError(f"{event} has a handler already.")
        self._handlers[event] = handler

    def handle(self, body: Any, headers: Any, *, now: Optional[float] = None) -> Delivery:
        """Checks a delivery and calls its handler. What the handler raises goes to the caller.

        :param body: the raw body
        :param headers: all headers of the request
        :raises WebhookVerificationError: when it cannot be believed: answer with a 400
        """
        event = self._unwrap(body, headers, now)
        if self._seen is not None and event.delivery_id is not None and self._seen(event.delivery_id):
            return Delivery(event, "seen")
        handler, outcome = self._chosen(event)
        handler(event)
        return Delivery(event, outcome)

    async def handle_async(self, body: Any, headers: Any, *, now: Optional[float] = None) -> Delivery:
        """As :meth:`handle`, for handlers that are ``async``; others run in a thread, so that nothing stands still."""
        event = self._unwrap(body, headers, now)
        if self._seen is not None and event.delivery_id is not None:
            if await _called(self._seen, event.delivery_id):
                return Delivery(event, "seen")
        handler, outcome = self._chosen(event)
        await _called(handler, event)
        return Delivery(event, outcome)

    def wsgi(self) -> Callable[[Dict[str, Any], Callable[..., Any]], Iterable[bytes]]:
        """An application for every WSGI server and framework."""

        def application(environ: Dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
            status, text = self._answer_wsgi(environ)
            start_response(status, [("Content-Type", "text/plain"), ("Content-Length", str(len(text)))])
            return [text]

        return application

    def asgi(self) -> Callable[[Any, Any, Any], Awaitable[None]]:
        """An application for every ASGI server and framework."""

        async def application(scope: Any, receive: Any, send: Any) -> None:
            if scope["type"] == "lifespan":
                return await _live(receive, send)
            if scope["type"] != "http":
                raise ConfigurationError("This application takes webhooks over HTTP only.")
            status, text = await self._answer_asgi(scope, receive)
            headers = [(b"content-type", b"text/plain"), (b"content-length", str(len(text)).encode())]
            await send({"type": "http.response.start", "status": int(status[:3]), "headers": headers})
            await send({"type": "http.response.body", "body": text})

        return application

    def _answer_wsgi(self, environ: Dict[str, Any]) -> Tuple[str, bytes]:
        if environ.get("REQUEST_METHOD") != "POST":
            return _NOT_POST
        length = str(environ.get("CONTENT_LENGTH") or "0")
        size = int(length) if length.isdecimal() else 0
        if size > _MOST_BYTES:
            return _TOO_LARGE
        headers = {
            name[len("HTTP_") :].replace("_", "-"): value for name, value in environ.items() if name.startswith("HTTP_")
        }
        try:
            self.handle(environ["wsgi.input"].read(size), headers)
        except WebhookVerificationError as error:
            return _refused(error)
        return _DONE

    async def _answer_asgi(self, scope: Any, receive: Any) -> Tuple[str, bytes]:
        if scope["method"] != "POST":
            return _NOT_POST
        parts: List[bytes] = []
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                return _refused(WebhookVerificationError("The request ended early."))
            parts.append(message.get("body", b""))
            if sum(map(len, parts)) > _MOST_BYTES:
                return _TOO_LARGE
            if not message.get("more_body"):
                break
        try:
            await self.handle_async(b"".join(parts), scope["headers"])
        except WebhookVerificationError as error:
            return _refused(error)
        return _DONE

    def _unwrap(self, body: Any, headers: Any, now: Optional[float]) -> EventRecord:
        from .webhooks import unwrap

        return unwrap(body, headers, self._secret, tolerance=self._tolerance, now=now)

    def _chosen(self, event: EventRecord) -> Tuple[Handler, str]:
        name = event.get("event")
        handler = self._handlers.get(name) if isinstance(name, str) else None
        return (handler, "handled") if handler is not None else (self._fallback, "fallback")


async def _called(function: Callable[[Any], Any], argument: Any) -> Any:
    import asyncio
    import inspect

    if inspect.iscoroutinefunction(function):
        return await function(argument)
    result = await asyncio.get_running_loop().run_in_executor(None, function, argument)
    return await result if inspect.isawaitable(result) else result


async def _live(receive: Any, send: Any) -> None:
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return


def _refused(error: WebhookVerificationError) -> Tuple[str, bytes]:
    return "400 Bad Request", error.message.encode()


_DONE = ("200 OK", b"")
_NOT_POST = ("405 Method Not Allowed", b"Webhooks come by POST.")
_TOO_LARGE = ("413 Payload Too Large", b"No event is that large.")
