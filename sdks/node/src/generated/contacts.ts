// Generated from spec/ by `npm run generate`. Do not edit.

import type { Call } from '../call.ts';
import type { CursorMode, List, NoMode, PageMode } from '../list.ts';
import type { CallOptions } from '../options.ts';
import { Resource } from '../resource.ts';
import type { Contact, ContactCreate, ContactSearch, ContactUpdate, CursorPagination, PagePagination } from './types.ts';

export interface ListContactsQuery {
  /** Only the contact with this email, without regard to case (Unicode case folding). */
  email?: string | undefined;
  /** Only contacts that carry this tag, as it is written. */
  tag?: string | undefined;
  /** Only contacts created after this time. */
  created_after?: string | Date | undefined;
  /** Only contacts created before this time. */
  created_before?: string | Date | undefined;
}

/** Manage contact records — visitors who have been identified by name or email. */
export class Contacts extends Resource {
  /**
   * List contacts. Returns the contacts of your workspace, newest first. Filters can be combined; a contact must match all of them.
   * Needs a key of the level `read`, or a token with the scope `contacts:read`.
   * @throws APIError `invalid_query_parameter`, `unknown_query_parameter`, `invalid_cursor`, `invalid_url`, `missing_api_key`, `invalid_api_key`, `live_key_in_sandbox`, `invalid_access_token`, `insufficient_scope`, `rate_limit_exceeded`, `internal_error`
   * @see https://developers.orbinto.com/reference/contacts/list-contacts/
   */
  list(query?: ListContactsQuery & NoMode, options?: CallOptions): List<Contact, PagePagination, CursorPagination>;
  /** List contacts. Pages by number, with a total. */
  list(query: ListContactsQuery & PageMode, options?: CallOptions): List<Contact, PagePagination>;
  /** List contacts. Pages by cursor. */
  list(query: ListContactsQuery & CursorMode, options?: CallOptions): List<Contact, CursorPagination>;
  list(query?: ListContactsQuery & (PageMode | CursorMode), options?: CallOptions): List<Contact, PagePagination | CursorPagination>;
  list(query?: ListContactsQuery & (PageMode | CursorMode), options?: CallOptions): List<Contact, unknown> {
    return this._list({ method: 'GET', path: '/contacts' }, query, options);
  }

  /**
   * Create a contact. Creates a contact. The email must not belong to another contact. Sends `contact.created`, and `visitor.identified` if a
   * visitor with this email is known.
   * Needs a key of the level `write`, or a token with the scope `contacts:write`.
   * @param body What is sent, as JSON.
   * @throws APIError `invalid_json`, `invalid_url`, `unknown_query_parameter`, `missing_api_key`, `invalid_api_key`, `live_key_in_sandbox`, `invalid_access_token`, `insufficient_scope`, `email_taken`, `payload_too_large`, `unsupported_media_type`, `unsupported_content_encoding`, `invalid_parameter`, `missing_parameter`, `unknown_parameter`, `rate_limit_exceeded`, `internal_error`
   * @see https://developers.orbinto.com/reference/contacts/create-contact/
   */
  create(body: ContactCreate, options?: CallOptions): Call<Contact> {
    return this._call({ method: 'POST', path: '/contacts', body }, options);
  }

  /**
   * Get a contact. Returns one contact.
   * Needs a key of the level `read`, or a token with the scope `contacts:read`.
   * @param id The contact's id.
   * @throws APIError `invalid_url`, `unknown_query_parameter`, `missing_api_key`, `invalid_api_key`, `live_key_in_sandbox`, `invalid_access_token`, `insufficient_scope`, `not_found`, `rate_limit_exceeded`, `internal_error`
   * @see https://developers.orbinto.com/reference/contacts/get-contact/
   */
  get(id: string, options?: CallOptions): Call<Contact> {
    return this._call({ method: 'GET', path: '/contacts/{id}', ids: [id] }, options);
  }

  /**
   * Update a contact. Changes the fields you send. Sends `contact.updated`.
   * Needs a key of the level `write`, or a token with the scope `contacts:write`.
   * @param id The contact's id.
   * @param body What is sent, as JSON.
   * @throws APIError `invalid_json`, `invalid_url`, `unknown_query_parameter`, `missing_api_key`, `invalid_api_key`, `live_key_in_sandbox`, `invalid_access_token`, `insufficient_scope`, `not_found`, `email_taken`, `payload_too_large`, `unsupported_media_type`, `unsupported_content_encoding`, `invalid_parameter`, `unknown_parameter`, `rate_limit_exceeded`, `internal_error`
   * @see https://developers.orbinto.com/reference/contacts/update-contact/
   */
  update(id: string, body: ContactUpdate, options?: CallOptions): Call<Contact> {
    return this._call({ method: 'PATCH', path: '/contacts/{id}', ids: [id], body }, options);
  }

  /**
   * Delete a contact. Deletes the contact for good. Conversations and visitors stay; a visitor who was linked to the contact is unlinked.
   * Needs a key of the level `write`, or a token with the scope `contacts:write`.
   * @param id The contact's id.
   * @throws APIError `invalid_url`, `unknown_query_parameter`, `missing_api_key`, `invalid_api_key`, `live_key_in_sandbox`, `invalid_access_token`, `insufficient_scope`, `not_found`, `rate_limit_exceeded`, `internal_error`
   * @see https://developers.orbinto.com/reference/contacts/delete-contact/
   */
  delete(id: string, options?: CallOptions): Call<void> {
    return this._call({ method: 'DELETE', path: '/contacts/{id}', ids: [id] }, options);
  }

  /**
   * Search contacts. Finds contacts by words and filters, newest first. Comes in pages like a list; page parameters go into the query string.
   * Needs a key of the level `read`, or a token with the scope `contacts:read`.
   * @param body What is sent, as JSON.
   * @throws APIError `invalid_json`, `invalid_query_parameter`, `unknown_query_parameter`, `invalid_cursor`, `invalid_url`, `missing_api_key`, `invalid_api_key`, `live_key_in_sandbox`, `invalid_access_token`, `insufficient_scope`, `payload_too_large`, `unsupported_media_type`, `unsupported_content_encoding`, `invalid_parameter`, `missing_parameter`, `unknown_parameter`, `rate_limit_exceeded`, `internal_error`
   * @see https://developers.orbinto.com/reference/contacts/search-contacts/
   */
  search(body: ContactSearch, query?: NoMode, options?: CallOptions): List<Contact, PagePagination, CursorPagination>;
  /** Search contacts. Pages by number, with a total. */
  search(body: ContactSearch, query: PageMode, options?: CallOptions): List<Contact, PagePagination>;
  /** Search contacts. Pages by cursor. */
  search(body: ContactSearch, query: CursorMode, options?: CallOptions): List<Contact, CursorPagination>;
  search(body: ContactSearch, query?: (PageMode | CursorMode), options?: CallOptions): List<Contact, PagePagination | CursorPagination>;
  search(body: ContactSearch, query?: (PageMode | CursorMode), options?: CallOptions): List<Contact, unknown> {
    return this._list({ method: 'POST', path: '/contacts/search', body, repeatable: true }, query, options);
  }
}
