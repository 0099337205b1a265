import type { OperationId } from '../operation.ts';
import type { Place } from '../workspace/row.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Finds the place that a record has in a list, by its id. */
type FindPlace = (workspace: Workspace, id: string, path: Readonly<Record<string, string>>) => Place | undefined;

const contacts: FindPlace = (workspace, id) =>
  workspace.records.contacts.get(id) ?? workspace.deletedPlace(id, 'contacts');

/** The records that `after` may name, for every operation that has it. */
export const CURSORS: { readonly [Id in OperationId]?: FindPlace } = {
  listContacts: contacts,
  searchContacts: contacts,
};
