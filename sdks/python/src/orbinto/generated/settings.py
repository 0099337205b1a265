# Generated from spec/ by `npm run generate`. Do not edit.

"""What the library knows of the API by heart. Times are seconds."""

from __future__ import annotations

from typing import Dict, Literal, Tuple, Union

BASE_URL = "https://api.orbinto.com/v1"
SANDBOX_URL = "http://127.0.0.1:4010/v1"
ERROR_DOC_URL = "https://developers.orbinto.com/errors/#{code}"
HEADER_LIMIT = "X-RateLimit-Limit"
HEADER_REMAINING = "X-RateLimit-Remaining"
HEADER_RESET = "X-RateLimit-Reset"
HEADER_REQUEST_ID = "X-Request-Id"
HEADER_RETRY_AFTER = "Retry-After"
WEBHOOK_ID = "webhook-id"
WEBHOOK_TIMESTAMP = "webhook-timestamp"
WEBHOOK_SIGNATURE = "webhook-signature"
WEBHOOK_PLAIN_SIGNATURE = "X-Orbinto-Signature"
AUTHORIZE_URL = "https://app.orbinto.com/oauth/authorize"
TOKEN_URL = "https://app.orbinto.com/oauth/token"
REVOKE_URL = "https://app.orbinto.com/oauth/revoke"

TIMEOUT: float = 30
TOTAL_TIMEOUT: float = 120
BACKOFF_FIRST: float = 0.5
BACKOFF_FACTOR: float = 2
BACKOFF_MOST: float = 8
JITTER_FROM: float = 0.75
LONGEST_RETRY_AFTER: float = 60
WEBHOOK_TOLERANCE: float = 300
REFRESH_BEFORE: float = 30
MAX_RETRIES = 2
PAGE_SIZE = 100
PAGE_PARAMETERS = ("page", "per_page")
CURSOR_PARAMETERS = ("after", "limit")
RETRIED_ALWAYS: Tuple[int, ...] = (429,)
RETRIED_IF_REPEATABLE: Tuple[int, ...] = (408, 500, 502, 503, 504,)
STATUS_CLASSES: Dict[int, str] = {
    400: "BadRequestError",
    401: "AuthenticationError",
    403: "PermissionDeniedError",
    404: "NotFoundError",
    409: "ConflictError",
    413: "PayloadTooLargeError",
    415: "UnsupportedMediaTypeError",
    422: "UnprocessableEntityError",
    429: "RateLimitError",
}

ErrorCode = Union[Literal[
    "malformed_request",
    "request_timeout",
    "expectation_failed",
    "misdirected_request",
    "headers_too_large",
    "unknown_method",
    "unsupported_transfer_encoding",
    "invalid_json",
    "invalid_url",
    "invalid_query_parameter",
    "unknown_query_parameter",
    "invalid_cursor",
    "missing_api_key",
    "invalid_api_key",
    "live_key_in_sandbox",
    "workspace_expired",
    "invalid_access_token",
    "insufficient_scope",
    "shared_workspace",
    "not_found",
    "method_not_allowed",
    "email_taken",
    "conversation_already_closed",
    "conversation_already_open",
    "conversation_closed",
    "webhook_limit_reached",
    "payload_too_large",
    "unsupported_media_type",
    "unsupported_content_encoding",
    "invalid_parameter",
    "missing_parameter",
    "unknown_parameter",
    "author_required",
    "webhook_url_not_allowed",
    "rate_limit_exceeded",
    "delivery_limit_reached",
    "opening_limit_reached",
    "internal_error",
    "workspace_limit_reached",
    "workspace_full",
    "snapshot_limit_reached",
    "snapshots_full",
    "record_limit_reached",
], str]
"""Every code that the API answers with today."""

Scope = Union[Literal[
    "contacts:read",
    "contacts:write",
    "conversations:read",
    "conversations:write",
    "visitors:read",
    "chatbots:read",
    "chatbots:write",
    "webhooks:manage",
    "operators:read",
], str]
"""What a user can allow.

- `contacts:read`: Read contact data
- `contacts:write`: Create, update, delete contacts
- `conversations:read`: Read conversations and messages
- `conversations:write`: Send messages, assign, close
- `visitors:read`: Read visitor data and sessions
- `chatbots:read`: Read chatbot configurations
- `chatbots:write`: Create, update, delete chatbots
- `webhooks:manage`: Create and delete webhooks
- `operators:read`: Read operator profiles
"""
