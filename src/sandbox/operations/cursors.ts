import type { operations } from '../../openapi/generated/types.ts';
import type { OperationId } from '../generated/operations.ts';
import { ApiError } from '../http/api-error.ts';
import type { PathParameters } from '../http/router.ts';
import type { Kind } from '../records/collections.ts';
import type { Place } from '../records/row.ts';
import type { Workspace } from '../records/workspace.ts';

/** Finds the place that a record has in a list, or had before it was deleted, by its id. */
type FindPlace = (workspace: Workspace, id: string, path: PathParameters) => Place | undefined;

type QueryOf<Id extends OperationId> = NonNullable<operations[Id]['parameters']['query']>;

/** The operations whose query has `after`. */
type PagedOperationId = {
  [Id in OperationId]: [QueryOf<Id>] extends [never] ? never : 'after' extends keyof QueryOf<Id> ? Id : never;
}[OperationId];

const inKind =
  (kind: Kind): FindPlace =>
  (workspace, id) =>
    workspace.records[kind].get(id) ?? workspace.deletedPlace(kind, id);

const ofParent =
  (kind: Kind): FindPlace =>
  (workspace, id, path) =>
    workspace.records[kind].group(path['id'] ?? '').find((row) => row.id === id);

/** The records that `after` may name: a missing one, or one too many, does not compile. */
const CURSORS: Readonly<Record<PagedOperationId, FindPlace>> = {
  listContacts: inKind('contacts'),
  searchContacts: inKind('contacts'),
  listConversations: inKind('conversations'),
  listMessages: ofParent('messages'),
  listVisitors: inKind('visitors'),
  listVisitorSessions: ofParent('sessions'),
  listVisitorPageviews: ofParent('pageviews'),
  listChatbots: inKind('chatbots'),
  listOperators: inKind('operators'),
  listOperatorAssignments: ofParent('assignments'),
  listWebhooks: inKind('webhooks'),
};

/**
 * Where the record named by `after` stands, or stood; undefined for a request without one.
 * @throws ApiError 400 for a record that is not of the list
 */
export function findCursor(
  operation: OperationId,
  workspace: Workspace,
  after: unknown,
  path: PathParameters,
): Place | undefined {
  if (typeof after !== 'string') return undefined;
  const place = CURSORS[operation as PagedOperationId](workspace, after, path);
  if (!place) throw new ApiError('invalid_cursor', { param: 'after', values: { value: after } });
  return place;
}
