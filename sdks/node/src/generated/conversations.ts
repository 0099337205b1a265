// Generated from spec/ by `npm run generate`. Do not edit.

import type { Call } from '../call.ts';
import type { CursorMode, List, NoMode, PageMode } from '../list.ts';
import type { CallOptions } from '../options.ts';
import { Resource } from '../resource.ts';
import type { Transport } from '../transport.ts';
import type { Conversation, ConversationAssignment, ConversationReply, ConversationStatus, CursorPagination, Message, MessageCreate, MessageType, PagePagination } from './types.ts';

export interface ListMessagesQuery {
  /** Only messages of this type. */
  type?: MessageType | undefined;
}

/** Read and send individual messages within conversations. */
export class ConversationsMessages extends Resource {
  /**
   * List messages. Returns the messages of a conversation, newest first, notes included.
   * Needs a key of the level `read`, or a token with the scope `conversations:read`.
   * @param id The conversation's id.
   * @throws APIError `invalid_query_parameter`, `unknown_query_parameter`, `invalid_cursor`, `invalid_url`, `missing_api_key`, `invalid_api_key`, `live_key_in_sandbox`, `invalid_access_token`, `insufficient_scope`, `not_found`, `rate_limit_exceeded`, `internal_error`
   * @see https://developers.orbinto.com/reference/messages/list-messages/
   */
  list(id: string, query?: ListMessagesQuery & NoMode, options?: CallOptions): List<Message, PagePagination, CursorPagination>;
  /** List messages. Pages by number, with a total. */
  list(id: string, query: ListMessagesQuery & PageMode, options?: CallOptions): List<Message, PagePagination>;
  /** List messages. Pages by cursor. */
  list(id: string, query: ListMessagesQuery & CursorMode, options?: CallOptions): List<Message, CursorPagination>;
  list(id: string, query?: ListMessagesQuery & (PageMode | CursorMode), options?: CallOptions): List<Message, PagePagination | CursorPagination>;
  list(id: string, query?: ListMessagesQuery & (PageMode | CursorMode), options?: CallOptions): List<Message, unknown> {
    return this._list({ method: 'GET', path: '/conversations/{id}/messages', ids: [id] }, query, options);
  }

  /**
   * Send a message. Adds a message of any type to a conversation: an operator's or a chatbot's, a note for the team, or one that the visitor
   * wrote elsewhere. A closed conversation takes notes only; to answer there, use `POST /conversations/{id}/reply`.
   * Sends `message.created`.
   * Needs a key of the level `write`, or a token with the scope `conversations:write`.
   * @param id The conversation's id.
   * @param body What is sent, as JSON.
   * @throws APIError `invalid_json`, `invalid_url`, `unknown_query_parameter`, `missing_api_key`, `invalid_api_key`, `live_key_in_sandbox`, `invalid_access_token`, `insufficient_scope`, `not_found`, `conversation_closed`, `payload_too_large`, `unsupported_media_type`, `unsupported_content_encoding`, `invalid_parameter`, `missing_parameter`, `unknown_parameter`, `author_required`, `rate_limit_exceeded`, `internal_error`
   * @see https://developers.orbinto.com/reference/messages/send-message/
   */
  send(id: string, body: MessageCreate, options?: CallOptions): Call<Message> {
    return this._call({ method: 'POST', path: '/conversations/{id}/messages', ids: [id], body }, options);
  }

  /**
   * Get a message. Returns one message of a conversation.
   * Needs a key of the level `read`, or a token with the scope `conversations:read`.
   * @param id The conversation's id.
   * @param messageId The message's id.
   * @throws APIError `invalid_url`, `unknown_query_parameter`, `missing_api_key`, `invalid_api_key`, `live_key_in_sandbox`, `invalid_access_token`, `insufficient_scope`, `not_found`, `rate_limit_exceeded`, `internal_error`
   * @see https://developers.orbinto.com/reference/messages/get-message/
   */
  get(id: string, messageId: string, options?: CallOptions): Call<Message> {
    return this._call({ method: 'GET', path: '/conversations/{id}/messages/{message_id}', ids: [id, messageId] }, options);
  }
}

export interface ListConversationsQuery {
  /** Only open or only closed conversations. */
  status?: ConversationStatus | undefined;
  /** Only conversations assigned to the operator with this id. */
  assigned_to?: string | undefined;
  /** Only conversations of the visitor with this id. */
  visitor_id?: string | undefined;
}

/** Access and manage chat conversations including assignment, replies, and lifecycle. */
export class Conversations extends Resource {
  readonly messages: ConversationsMessages;

  constructor(transport: Transport) {
    super(transport);
    this.messages = new ConversationsMessages(transport);
  }

  /**
   * List conversations. Returns the conversations of your workspace, newest first. Filters can be combined; a conversation must match all of them.
   * Needs a key of the level `read`, or a token with the scope `conversations:read`.
   * @throws APIError `invalid_query_parameter`, `unknown_query_parameter`, `invalid_cursor`, `invalid_url`, `missing_api_key`, `invalid_api_key`, `live_key_in_sandbox`, `invalid_access_token`, `insufficient_scope`, `rate_limit_exceeded`, `internal_error`
   * @see https://developers.orbinto.com/reference/conversations/list-conversations/
   */
  list(query?: ListConversationsQuery & NoMode, options?: CallOptions): List<Conversation, PagePagination, CursorPagination>;
  /** List conversations. Pages by number, with a total. */
  list(query: ListConversationsQuery & PageMode, options?: CallOptions): List<Conversation, PagePagination>;
  /** List conversations. Pages by cursor. */
  list(query: ListConversationsQuery & CursorMode, options?: CallOptions): List<Conversation, CursorPagination>;
  list(query?: ListConversationsQuery & (PageMode | CursorMode), options?: CallOptions): List<Conversation, PagePagination | CursorPagination>;
  list(query?: ListConversationsQuery & (PageMode | CursorMode), options?: CallOptions): List<Conversation, unknown> {
    return this._list({ method: 'GET', path: '/conversations' }, query, options);
  }

  /**
   * Get a conversation. Returns one conversation. Its messages come from `GET /conversations/{id}/messages`.
   * Needs a key of the level `read`, or a token with the scope `conversations:read`.
   * @param id The conversation's id.
   * @throws APIError `invalid_url`, `unknown_query_parameter`, `missing_api_key`, `invalid_api_key`, `live_key_in_sandbox`, `invalid_access_token`, `insufficient_scope`, `not_found`, `rate_limit_exceeded`, `internal_error`
   * @see https://developers.orbinto.com/reference/conversations/get-conversation/
   */
  get(id: string, options?: CallOptions): Call<Conversation> {
    return this._call({ method: 'GET', path: '/conversations/{id}', ids: [id] }, options);
  }

  /**
   * Reply to a conversation. Sends an operator's message to the visitor. A closed conversation is reopened by it. Sends `message.created`.
   * Needs a key of the level `write`, or a token with the scope `conversations:write`.
   * @param id The conversation's id.
   * @param body What is sent, as JSON.
   * @throws APIError `invalid_json`, `invalid_url`, `unknown_query_parameter`, `missing_api_key`, `invalid_api_key`, `live_key_in_sandbox`, `invalid_access_token`, `insufficient_scope`, `not_found`, `payload_too_large`, `unsupported_media_type`, `unsupported_content_encoding`, `invalid_parameter`, `missing_parameter`, `unknown_parameter`, `author_required`, `rate_limit_exceeded`, `internal_error`
   * @see https://developers.orbinto.com/reference/conversations/reply-to-conversation/
   */
  reply(id: string, body: ConversationReply, options?: CallOptions): Call<Message> {
    return this._call({ method: 'POST', path: '/conversations/{id}/reply', ids: [id], body }, options);
  }

  /**
   * Assign a conversation. Gives the conversation to an operator, whether or not it had one before. Sends `conversation.assigned`.
   * Needs a key of the level `write`, or a token with the scope `conversations:write`.
   * @param id The conversation's id.
   * @param body What is sent, as JSON.
   * @throws APIError `invalid_json`, `invalid_url`, `unknown_query_parameter`, `missing_api_key`, `invalid_api_key`, `live_key_in_sandbox`, `invalid_access_token`, `insufficient_scope`, `not_found`, `payload_too_large`, `unsupported_media_type`, `unsupported_content_encoding`, `invalid_parameter`, `missing_parameter`, `unknown_parameter`, `rate_limit_exceeded`, `internal_error`
   * @see https://developers.orbinto.com/reference/conversations/assign-conversation/
   */
  assign(id: string, body: ConversationAssignment, options?: CallOptions): Call<Conversation> {
    return this._call({ method: 'POST', path: '/conversations/{id}/assign', ids: [id], body }, options);
  }

  /**
   * Close a conversation. Closes an open conversation. Takes no body. Sends `conversation.closed`.
   * Needs a key of the level `write`, or a token with the scope `conversations:write`.
   * @param id The conversation's id.
   * @throws APIError `invalid_url`, `unknown_query_parameter`, `missing_api_key`, `invalid_api_key`, `live_key_in_sandbox`, `invalid_access_token`, `insufficient_scope`, `not_found`, `conversation_already_closed`, `rate_limit_exceeded`, `internal_error`
   * @see https://developers.orbinto.com/reference/conversations/close-conversation/
   */
  close(id: string, options?: CallOptions): Call<Conversation> {
    return this._call({ method: 'POST', path: '/conversations/{id}/close', ids: [id] }, options);
  }

  /**
   * Reopen a conversation. Opens a closed conversation again. Takes no body. The operator and the rating stay.
   * Needs a key of the level `write`, or a token with the scope `conversations:write`.
   * @param id The conversation's id.
   * @throws APIError `invalid_url`, `unknown_query_parameter`, `missing_api_key`, `invalid_api_key`, `live_key_in_sandbox`, `invalid_access_token`, `insufficient_scope`, `not_found`, `conversation_already_open`, `rate_limit_exceeded`, `internal_error`
   * @see https://developers.orbinto.com/reference/conversations/reopen-conversation/
   */
  reopen(id: string, options?: CallOptions): Call<Conversation> {
    return this._call({ method: 'POST', path: '/conversations/{id}/reopen', ids: [id] }, options);
  }
}
