import type { OperationId } from '../generated/operations.ts';
import type { Kind } from '../records/collections.ts';
import type { Place } from '../records/row.ts';
import type { Workspace } from '../records/workspace.ts';

/** Finds the place that a record has in a list, or had before it was deleted, by its id. */
type FindPlace = (workspace: Workspace, id: string, path: Readonly<Record<string, string>>) => Place | undefined;

const inKind =
  (kind: Kind): FindPlace =>
  (workspace, id) =>
    workspace.records[kind].get(id) ?? workspace.deletedPlace(kind, id);

const ofParent =
  (kind: Kind): FindPlace =>
  (workspace, id, path) =>
    workspace.records[kind].group(path['id'] ?? '').find((row) => row.id === id);

/** The records that `after` may name, for every operation that has it. */
export const CURSORS: { readonly [Id in OperationId]?: FindPlace } = {
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
