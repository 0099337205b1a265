// Generated from spec/ by `npm run generate`. Do not edit.

import type { Call } from '../call.ts';
import type { CursorMode, List, NoMode, PageMode } from '../list.ts';
import type { CallOptions } from '../options.ts';
import { Resource } from '../resource.ts';
import type { Transport } from '../transport.ts';
import type { CursorPagination, PagePagination, Pageview, Session, Visitor } from './types.ts';

export class VisitorsSessions extends Resource {
  /**
   * List sessions of a visitor. Returns the sessions of a visitor, newest first.
   * Needs a key of the level `read`, or a token with the scope `visitors:read`.
   * @param id The visitor's id.
   * @throws APIError `invalid_query_parameter`, `unknown_query_parameter`, `invalid_cursor`, `invalid_url`, `missing_api_key`, `invalid_api_key`, `live_key_in_sandbox`, `invalid_access_token`, `insufficient_scope`, `not_found`, `rate_limit_exceeded`, `internal_error`
   * @see https://developers.orbinto.com/reference/visitors/list-visitor-sessions/
   */
  list(id: string, query?: NoMode, options?: CallOptions): List<Session, PagePagination, CursorPagination>;
  /** List sessions of a visitor. Pages by number, with a total. */
  list(id: string, query: PageMode, options?: CallOptions): List<Session, PagePagination>;
  /** List sessions of a visitor. Pages by cursor. */
  list(id: string, query: CursorMode, options?: CallOptions): List<Session, CursorPagination>;
  list(id: string, query?: (PageMode | CursorMode), options?: CallOptions): List<Session, PagePagination | CursorPagination>;
  list(id: string, query?: (PageMode | CursorMode), options?: CallOptions): List<Session, unknown> {
    return this._list({ method: 'GET', path: '/visitors/{id}/sessions', ids: [id] }, query, options);
  }
}

export interface ListVisitorPageviewsQuery {
  /** Only pageviews of the session with this id. */
  session_id?: string | undefined;
}

export class VisitorsPageviews extends Resource {
  /**
   * List pageviews of a visitor. Returns the pages a visitor has viewed, newest first.
   * Needs a key of the level `read`, or a token with the scope `visitors:read`.
   * @param id The visitor's id.
   * @throws APIError `invalid_query_parameter`, `unknown_query_parameter`, `invalid_cursor`, `invalid_url`, `missing_api_key`, `invalid_api_key`, `live_key_in_sandbox`, `invalid_access_token`, `insufficient_scope`, `not_found`, `rate_limit_exceeded`, `internal_error`
   * @see https://developers.orbinto.com/reference/visitors/list-visitor-pageviews/
   */
  list(id: string, query?: ListVisitorPageviewsQuery & NoMode, options?: CallOptions): List<Pageview, PagePagination, CursorPagination>;
  /** List pageviews of a visitor. Pages by number, with a total. */
  list(id: string, query: ListVisitorPageviewsQuery & PageMode, options?: CallOptions): List<Pageview, PagePagination>;
  /** List pageviews of a visitor. Pages by cursor. */
  list(id: string, query: ListVisitorPageviewsQuery & CursorMode, options?: CallOptions): List<Pageview, CursorPagination>;
  list(id: string, query?: ListVisitorPageviewsQuery & (PageMode | CursorMode), options?: CallOptions): List<Pageview, PagePagination | CursorPagination>;
  list(id: string, query?: ListVisitorPageviewsQuery & (PageMode | CursorMode), options?: CallOptions): List<Pageview, unknown> {
    return this._list({ method: 'GET', path: '/visitors/{id}/pageviews', ids: [id] }, query, options);
  }
}

export interface ListVisitorsQuery {
  /** Only visitors who are on your website now (`true`), or only those who are not (`false`). */
  online?: boolean | undefined;
}

/** Access real-time and historical visitor data including sessions and pageviews. */
export class Visitors extends Resource {
  readonly sessions: VisitorsSessions;
  readonly pageviews: VisitorsPageviews;

  constructor(transport: Transport) {
    super(transport);
    this.sessions = new VisitorsSessions(transport);
    this.pageviews = new VisitorsPageviews(transport);
  }

  /**
   * List visitors. Returns the visitors of your website, newest first by their first visit.
   * Needs a key of the level `read`, or a token with the scope `visitors:read`.
   * @throws APIError `invalid_query_parameter`, `unknown_query_parameter`, `invalid_cursor`, `invalid_url`, `missing_api_key`, `invalid_api_key`, `live_key_in_sandbox`, `invalid_access_token`, `insufficient_scope`, `rate_limit_exceeded`, `internal_error`
   * @see https://developers.orbinto.com/reference/visitors/list-visitors/
   */
  list(query?: ListVisitorsQuery & NoMode, options?: CallOptions): List<Visitor, PagePagination, CursorPagination>;
  /** List visitors. Pages by number, with a total. */
  list(query: ListVisitorsQuery & PageMode, options?: CallOptions): List<Visitor, PagePagination>;
  /** List visitors. Pages by cursor. */
  list(query: ListVisitorsQuery & CursorMode, options?: CallOptions): List<Visitor, CursorPagination>;
  list(query?: ListVisitorsQuery & (PageMode | CursorMode), options?: CallOptions): List<Visitor, PagePagination | CursorPagination>;
  list(query?: ListVisitorsQuery & (PageMode | CursorMode), options?: CallOptions): List<Visitor, unknown> {
    return this._list({ method: 'GET', path: '/visitors' }, query, options);
  }

  /**
   * Get a visitor. Returns one visitor.
   * Needs a key of the level `read`, or a token with the scope `visitors:read`.
   * @param id The visitor's id.
   * @throws APIError `invalid_url`, `unknown_query_parameter`, `missing_api_key`, `invalid_api_key`, `live_key_in_sandbox`, `invalid_access_token`, `insufficient_scope`, `not_found`, `rate_limit_exceeded`, `internal_error`
   * @see https://developers.orbinto.com/reference/visitors/get-visitor/
   */
  get(id: string, options?: CallOptions): Call<Visitor> {
    return this._call({ method: 'GET', path: '/visitors/{id}', ids: [id] }, options);
  }
}
