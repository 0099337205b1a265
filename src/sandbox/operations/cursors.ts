import type { operations } from '../../openapi/generated/types.ts';
import type { OperationId } from '../generated/operations.ts';
import { ApiError } from '../http/api-error.ts';
import type { PathParameters } from '../http/router.ts';
import type { Kind } from '../records/collections.ts';
import type { ListPosition } from '../records/row.ts';
import type { Workspace } from '../records/workspace.ts';

/** Finds the position that a record has in a list, or had before it was deleted, by its id. */
type FindPosition = (workspace: Workspace, id: string, path: PathParameters) => ListPosition | undefined;

type QueryOf<Id extends OperationId> = NonNullable<operations[Id]['parameters']['query']>;

/** The operations whose query has `after`. */
type PagedOperationId = {
  [Id in OperationId]: [QueryOf<Id>] extends [never] ? never : 'after' extends keyof QueryOf<Id> ? Id : never;
}[OperationId];

const inKind =
  (kind: Kind): FindPosition =>
  (workspace, id) =>
    workspace.records[kind].get(id) ?? workspace.deletedPosition(kind, id);

const ofParent =
  (kind: Kind): FindPosition =>
  (workspace, id, path) =>
    workspace.records[kind].group(path['id'] ?? '').find((row) => row.id === id);

/** The records that `after` may name: a missing one, or one too many, does not compile. */
const CURSORS: Readonly<Record<PagedOperationId, FindPosition>> = {
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
): ListPosition | undefined {
  if (typeof after !== 'string') return undefined;
  const position = CURSORS[operation as PagedOperationId](workspace, after, path);
  if (!position) throw new ApiError('invalid_cursor', { param: 'after', values: { value: after } });
  return position;
}
