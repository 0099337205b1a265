// Generated from spec/ by `npm run generate`. Do not edit.

import type { Call } from '../call.ts';
import type { CursorMode, List, NoMode, PageMode } from '../list.ts';
import type { CallOptions } from '../options.ts';
import { Resource } from '../resource.ts';
import type { CursorPagination, PagePagination, Webhook, WebhookCreate, WebhookCreated } from './types.ts';

/** Register and manage webhook endpoints for receiving real-time event notifications. */
export class Webhooks extends Resource {
  /**
   * List webhooks. Returns the webhooks of your workspace, newest first, without their secrets.
   * Needs a key of the level `admin`, or a token with the scope `webhooks:manage`.
   * @throws APIError `invalid_query_parameter`, `unknown_query_parameter`, `invalid_cursor`, `invalid_url`, `missing_api_key`, `invalid_api_key`, `live_key_in_sandbox`, `invalid_access_token`, `insufficient_scope`, `rate_limit_exceeded`, `internal_error`
   * @see https://developers.orbinto.com/reference/webhooks/list-webhooks/
   */
  list(query?: NoMode, options?: CallOptions): List<Webhook, PagePagination, CursorPagination>;
  /** List webhooks. Pages by number, with a total. */
  list(query: PageMode, options?: CallOptions): List<Webhook, PagePagination>;
  /** List webhooks. Pages by cursor. */
  list(query: CursorMode, options?: CallOptions): List<Webhook, CursorPagination>;
  list(query?: (PageMode | CursorMode), options?: CallOptions): List<Webhook, PagePagination | CursorPagination>;
  list(query?: (PageMode | CursorMode), options?: CallOptions): List<Webhook, unknown> {
    return this._list({ method: 'GET', path: '/webhooks' }, query, options);
  }

  /**
   * Create a webhook. Registers an endpoint for the events you name. The response holds the secret that deliveries are signed with, and it is
   * the only one that does. To rotate a secret, create a second webhook with the same address and delete the first. A workspace
   * has at most 100 webhooks.
   * Needs a key of the level `admin`, or a token with the scope `webhooks:manage`.
   * @param body What is sent, as JSON.
   * @throws APIError `invalid_json`, `invalid_url`, `unknown_query_parameter`, `missing_api_key`, `invalid_api_key`, `live_key_in_sandbox`, `invalid_access_token`, `insufficient_scope`, `webhook_limit_reached`, `payload_too_large`, `unsupported_media_type`, `unsupported_content_encoding`, `invalid_parameter`, `missing_parameter`, `unknown_parameter`, `webhook_url_not_allowed`, `rate_limit_exceeded`, `internal_error`
   * @see https://developers.orbinto.com/reference/webhooks/create-webhook/
   */
  create(body: WebhookCreate, options?: CallOptions): Call<WebhookCreated> {
    return this._call({ method: 'POST', path: '/webhooks', body }, options);
  }

  /**
   * Delete a webhook. Deletes the webhook. Nothing more is sent to it, and waiting retries are dropped.
   * Needs a key of the level `admin`, or a token with the scope `webhooks:manage`.
   * @param id The webhook's id.
   * @throws APIError `invalid_url`, `unknown_query_parameter`, `missing_api_key`, `invalid_api_key`, `live_key_in_sandbox`, `invalid_access_token`, `insufficient_scope`, `not_found`, `rate_limit_exceeded`, `internal_error`
   * @see https://developers.orbinto.com/reference/webhooks/delete-webhook/
   */
  delete(id: string, options?: CallOptions): Call<void> {
    return this._call({ method: 'DELETE', path: '/webhooks/{id}', ids: [id] }, options);
  }
}
