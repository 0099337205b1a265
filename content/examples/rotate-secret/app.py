import os

from flask import Flask, request

from verify_webhook import verify_standard_webhook
from your_queue import queue

app = Flask(__name__)


@app.post("/webhooks/orbinto")
def receive():
    names = ["ORBINTO_WEBHOOK_SECRET", "ORBINTO_WEBHOOK_NEW_SECRET"]
    secrets = [os.environ[name] for name in names]
    body = request.get_data()
    event_id = request.headers.get("webhook-id")
    timestamp = request.headers.get("webhook-timestamp")
    signature = request.headers.get("webhook-signature")
    if not any(
        verify_standard_webhook(body, event_id, timestamp, signature, secret)
        for secret in secrets
    ):
        return "", 401

    queue.add(event_id, request.get_json())  # your queue: one entry an id
    return "", 204
