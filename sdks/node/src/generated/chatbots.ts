// Generated from spec/ by `npm run generate`. Do not edit.

import type { Call } from '../call.ts';
import type { CursorMode, List, NoMode, PageMode } from '../list.ts';
import type { CallOptions } from '../options.ts';
import { Resource } from '../resource.ts';
import type { Chatbot, ChatbotCreate, ChatbotStatus, ChatbotUpdate, CursorPagination, PagePagination } from './types.ts';

export interface ListChatbotsQuery {
  /** Only chatbots with this status. */
  status?: ChatbotStatus | undefined;
}

/** Manage chatbot configurations, triggers, and workflow definitions. */
export class Chatbots extends Resource {
  /**
   * List chatbots. Returns the chatbots of your workspace, newest first.
   * Needs a key of the level `read`, or a token with the scope `chatbots:read`.
   * @throws APIError `invalid_query_parameter`, `unknown_query_parameter`, `invalid_cursor`, `invalid_url`, `missing_api_key`, `invalid_api_key`, `live_key_in_sandbox`, `invalid_access_token`, `insufficient_scope`, `rate_limit_exceeded`, `internal_error`
   * @see https://developers.orbinto.com/reference/chatbots/list-chatbots/
   */
  list(query?: ListChatbotsQuery & NoMode, options?: CallOptions): List<Chatbot, PagePagination, CursorPagination>;
  /** List chatbots. Pages by number, with a total. */
  list(query: ListChatbotsQuery & PageMode, options?: CallOptions): List<Chatbot, PagePagination>;
  /** List chatbots. Pages by cursor. */
  list(query: ListChatbotsQuery & CursorMode, options?: CallOptions): List<Chatbot, CursorPagination>;
  list(query?: ListChatbotsQuery & (PageMode | CursorMode), options?: CallOptions): List<Chatbot, PagePagination | CursorPagination>;
  list(query?: ListChatbotsQuery & (PageMode | CursorMode), options?: CallOptions): List<Chatbot, unknown> {
    return this._list({ method: 'GET', path: '/chatbots' }, query, options);
  }

  /**
   * Create a chatbot. Creates a chatbot with its triggers and its workflow. The workflow starts at `entry_step` and goes from step to step until
   * an `end` step; every step it names must exist.
   * Needs a key of the level `write`, or a token with the scope `chatbots:write`.
   * @param body What is sent, as JSON.
   * @throws APIError `invalid_json`, `invalid_url`, `unknown_query_parameter`, `missing_api_key`, `invalid_api_key`, `live_key_in_sandbox`, `invalid_access_token`, `insufficient_scope`, `payload_too_large`, `unsupported_media_type`, `unsupported_content_encoding`, `invalid_parameter`, `missing_parameter`, `unknown_parameter`, `rate_limit_exceeded`, `internal_error`
   * @see https://developers.orbinto.com/reference/chatbots/create-chatbot/
   */
  create(body: ChatbotCreate, options?: CallOptions): Call<Chatbot> {
    return this._call({ method: 'POST', path: '/chatbots', body }, options);
  }

  /**
   * Get a chatbot. Returns one chatbot with its triggers and its workflow.
   * Needs a key of the level `read`, or a token with the scope `chatbots:read`.
   * @param id The chatbot's id.
   * @throws APIError `invalid_url`, `unknown_query_parameter`, `missing_api_key`, `invalid_api_key`, `live_key_in_sandbox`, `invalid_access_token`, `insufficient_scope`, `not_found`, `rate_limit_exceeded`, `internal_error`
   * @see https://developers.orbinto.com/reference/chatbots/get-chatbot/
   */
  get(id: string, options?: CallOptions): Call<Chatbot> {
    return this._call({ method: 'GET', path: '/chatbots/{id}', ids: [id] }, options);
  }

  /**
   * Update a chatbot. Changes the fields you send. Conversations in which the chatbot is active go on with the workflow they began with.
   * Needs a key of the level `write`, or a token with the scope `chatbots:write`.
   * @param id The chatbot's id.
   * @param body What is sent, as JSON.
   * @throws APIError `invalid_json`, `invalid_url`, `unknown_query_parameter`, `missing_api_key`, `invalid_api_key`, `live_key_in_sandbox`, `invalid_access_token`, `insufficient_scope`, `not_found`, `payload_too_large`, `unsupported_media_type`, `unsupported_content_encoding`, `invalid_parameter`, `missing_parameter`, `unknown_parameter`, `rate_limit_exceeded`, `internal_error`
   * @see https://developers.orbinto.com/reference/chatbots/update-chatbot/
   */
  update(id: string, body: ChatbotUpdate, options?: CallOptions): Call<Chatbot> {
    return this._call({ method: 'PATCH', path: '/chatbots/{id}', ids: [id], body }, options);
  }

  /**
   * Delete a chatbot. Deletes the chatbot for good. The messages it has sent stay.
   * Needs a key of the level `write`, or a token with the scope `chatbots:write`.
   * @param id The chatbot's id.
   * @throws APIError `invalid_url`, `unknown_query_parameter`, `missing_api_key`, `invalid_api_key`, `live_key_in_sandbox`, `invalid_access_token`, `insufficient_scope`, `not_found`, `rate_limit_exceeded`, `internal_error`
   * @see https://developers.orbinto.com/reference/chatbots/delete-chatbot/
   */
  delete(id: string, options?: CallOptions): Call<void> {
    return this._call({ method: 'DELETE', path: '/chatbots/{id}', ids: [id] }, options);
  }
}
