// Generated from spec/ by `npm run generate`. Do not edit.

export const BASE_URL = 'https://api.orbinto.com/v1';
export const ERROR_DOC_URL = 'https://developers.orbinto.com/errors/#';
export const RATE_LIMIT_HEADERS = ['X-RateLimit-Limit', 'X-RateLimit-Remaining', 'X-RateLimit-Reset'] as const;
export const REQUEST_ID_HEADER = 'X-Request-Id';
export const RETRY_AFTER_HEADER = 'Retry-After';
export const WEBHOOK_ID_HEADER = 'webhook-id';
export const WEBHOOK_TIMESTAMP_HEADER = 'webhook-timestamp';
export const WEBHOOK_SIGNATURE_HEADER = 'webhook-signature';
export const PLAIN_SIGNATURE_HEADER = 'X-Orbinto-Signature';
export const AUTHORIZE_URL = 'https://app.orbinto.com/oauth/authorize';
export const TOKEN_URL = 'https://app.orbinto.com/oauth/token';
export const REVOKE_URL = 'https://app.orbinto.com/oauth/revoke';
/** Milliseconds. */
export const TIMEOUT = 30000;
/** Milliseconds. */
export const TOTAL_TIMEOUT = 120000;
export const MAX_RETRIES = 2;
/** Seconds. */
export const BACKOFF = { first: 0.5, factor: 2, most: 8, jitterFrom: 0.75 };
/** Seconds. */
export const LONGEST_RETRY_AFTER = 60;
/** Seconds. */
export const WEBHOOK_TOLERANCE = 300;
/** Seconds. */
export const REFRESH_BEFORE_EXPIRY = 30;
/** After these a call is sent again where a repeat is harmless. */
export const RETRIED = [408, 500, 502, 503, 504] as readonly number[];

/** What an application may ask for. */
export type Scope = 'contacts:read' | 'contacts:write' | 'conversations:read' | 'conversations:write' | 'visitors:read' | 'chatbots:read' | 'chatbots:write' | 'webhooks:manage' | 'operators:read';
