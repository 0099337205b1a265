// Generated from spec/ by `npm run generate`. Do not edit.

import type { Call } from '../call.ts';
import type { CursorMode, List, NoMode, PageMode } from '../list.ts';
import type { CallOptions } from '../options.ts';
import { Resource } from '../resource.ts';
import type { Transport } from '../transport.ts';
import type { Assignment, ConversationStatus, CursorPagination, Operator, OperatorStatus, PagePagination } from './types.ts';

export interface ListOperatorAssignmentsQuery {
  /** Only assignments of open or only of closed conversations. */
  status?: ConversationStatus | undefined;
}

export class OperatorsAssignments extends Resource {
  /**
   * List assignments of an operator. Returns the conversations assigned to an operator, latest assignment first. Closed conversations stay assigned.
   * Needs a key of the level `read`, or a token with the scope `operators:read`.
   * @param id The operator's id.
   * @throws APIError `invalid_query_parameter`, `unknown_query_parameter`, `invalid_cursor`, `invalid_url`, `missing_api_key`, `invalid_api_key`, `live_key_in_sandbox`, `invalid_access_token`, `insufficient_scope`, `not_found`, `rate_limit_exceeded`, `internal_error`
   * @see https://developers.orbinto.com/reference/operators/list-operator-assignments/
   */
  list(id: string, query?: ListOperatorAssignmentsQuery & NoMode, options?: CallOptions): List<Assignment, PagePagination, CursorPagination>;
  /** List assignments of an operator. Pages by number, with a total. */
  list(id: string, query: ListOperatorAssignmentsQuery & PageMode, options?: CallOptions): List<Assignment, PagePagination>;
  /** List assignments of an operator. Pages by cursor. */
  list(id: string, query: ListOperatorAssignmentsQuery & CursorMode, options?: CallOptions): List<Assignment, CursorPagination>;
  list(id: string, query?: ListOperatorAssignmentsQuery & (PageMode | CursorMode), options?: CallOptions): List<Assignment, PagePagination | CursorPagination>;
  list(id: string, query?: ListOperatorAssignmentsQuery & (PageMode | CursorMode), options?: CallOptions): List<Assignment, unknown> {
    return this._list({ method: 'GET', path: '/operators/{id}/assignments', ids: [id] }, query, options);
  }
}

export interface ListOperatorsQuery {
  /** Only operators who are online, or only those who are offline. */
  status?: OperatorStatus | undefined;
}

/** Retrieve operator profiles, availability status, and assignments. */
export class Operators extends Resource {
  readonly assignments: OperatorsAssignments;

  constructor(transport: Transport) {
    super(transport);
    this.assignments = new OperatorsAssignments(transport);
  }

  /**
   * List operators. Returns the operators of your workspace, newest first.
   * Needs a key of the level `read`, or a token with the scope `operators:read`.
   * @throws APIError `invalid_query_parameter`, `unknown_query_parameter`, `invalid_cursor`, `invalid_url`, `missing_api_key`, `invalid_api_key`, `live_key_in_sandbox`, `invalid_access_token`, `insufficient_scope`, `rate_limit_exceeded`, `internal_error`
   * @see https://developers.orbinto.com/reference/operators/list-operators/
   */
  list(query?: ListOperatorsQuery & NoMode, options?: CallOptions): List<Operator, PagePagination, CursorPagination>;
  /** List operators. Pages by number, with a total. */
  list(query: ListOperatorsQuery & PageMode, options?: CallOptions): List<Operator, PagePagination>;
  /** List operators. Pages by cursor. */
  list(query: ListOperatorsQuery & CursorMode, options?: CallOptions): List<Operator, CursorPagination>;
  list(query?: ListOperatorsQuery & (PageMode | CursorMode), options?: CallOptions): List<Operator, PagePagination | CursorPagination>;
  list(query?: ListOperatorsQuery & (PageMode | CursorMode), options?: CallOptions): List<Operator, unknown> {
    return this._list({ method: 'GET', path: '/operators' }, query, options);
  }

  /**
   * Get an operator. Returns one operator's profile and availability.
   * Needs a key of the level `read`, or a token with the scope `operators:read`.
   * @param id The operator's id.
   * @throws APIError `invalid_url`, `unknown_query_parameter`, `missing_api_key`, `invalid_api_key`, `live_key_in_sandbox`, `invalid_access_token`, `insufficient_scope`, `not_found`, `rate_limit_exceeded`, `internal_error`
   * @see https://developers.orbinto.com/reference/operators/get-operator/
   */
  get(id: string, options?: CallOptions): Call<Operator> {
    return this._call({ method: 'GET', path: '/operators/{id}', ids: [id] }, options);
  }
}
