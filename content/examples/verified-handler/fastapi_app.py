import os

from fastapi import FastAPI, Request, Response
from orbinto import WebhookVerificationError, webhooks

from your_queue import queue

app = FastAPI()
secret = os.environ["ORBINTO_WEBHOOK_SECRET"].strip()


@app.post("/webhooks/orbinto")
async def receive(request: Request) -> Response:
    body = await request.body()  # not request.json(), and no model
    try:
        event = webhooks.unwrap(body, request.headers, secret)
    except WebhookVerificationError as error:
        return Response(error.message, status_code=400)
    queue.add(event)  # your queue: the work comes later
    return Response(status_code=204)
