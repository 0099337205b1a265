"""The transport of the asynchronous client, over httpx."""

from __future__ import annotations

import asyncio
from typing import Any, Optional

from ._http import AsyncTransport, HttpRequest, HttpResponse
from .errors import ConfigurationError
from .errors import ConnectionError as OrbintoConnectionError

try:
    import httpx
except ImportError as failure:  # pragma: no cover
    raise ConfigurationError('AsyncOrbinto needs httpx: pip install "orbinto[async]".') from failure


class HttpxTransport(AsyncTransport):
    """Carries requests by httpx.

    :param client: one of your own, for proxies, certificates and limits; it stays open when this is closed
    """

    def __init__(self, client: Optional[httpx.AsyncClient] = None) -> None:
        self._client = client if client is not None else httpx.AsyncClient()
        self._is_own = client is None

    async def send(self, request: HttpRequest, timeout: float) -> HttpResponse:
        """Sends once. See :class:`orbinto.AsyncTransport`."""
        sending = self._client.request(
            request.method,
            request.url,
            headers=dict(request.headers),
            content=request.body,
            timeout=None,
            follow_redirects=False,
        )
        # httpx limits each step, this limits all of them; the step is cancelled and its connection closed.
        try:
            answer: Any = await asyncio.wait_for(sending, timeout)
        except httpx.ConnectError as error:
            message = f"No connection to {httpx.URL(request.url).netloc.decode()} could be made."
            raise OrbintoConnectionError(message) from OSError(str(error))
        except httpx.TimeoutException:
            raise TimeoutError("timed out") from None
        except httpx.HTTPError as error:
            host = httpx.URL(request.url).netloc.decode()
            # Not the text of the error: it may quote what was sent.
            name = type(error).__name__
            raise OrbintoConnectionError(
                f"The connection to {host} ended before the answer was whole ({name})."
            ) from None
        except asyncio.TimeoutError:
            raise TimeoutError("timed out") from None
        return HttpResponse(answer.status_code, answer.headers.multi_items(), answer.content)

    async def close(self) -> None:
        """Closes its connections."""
        if self._is_own:
            await self._client.aclose()
