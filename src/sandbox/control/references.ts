import { fold } from '../../text/fold.ts';
import type { Kind, Records } from '../records/collections.ts';
import type { Workspace } from '../records/workspace.ts';
import { invalid } from './control-error.ts';
import type { StateDocument } from './state.ts';
import { eachInSteps } from './steps.ts';
import type { Steps } from './steps.ts';

/** A field that names another record, with what it says. */
type Reference = readonly [field: string, kind: Kind, id: string | null];

/** The records that those of a kind name, as far as these cannot be deleted through the API. */
const REFERENCES: { readonly [K in Kind]?: (record: Records[K]) => Reference[] } = {
  conversations: ({ visitor, assigned_to }) => [
    ['visitor.id', 'visitors', visitor.id],
    ['assigned_to', 'operators', assigned_to],
  ],
  messages: (message) => [
    ['conversation_id', 'conversations', message.conversation_id],
    ['operator_id', 'operators', 'operator_id' in message ? message.operator_id : null],
  ],
  visitors: ({ contact_id }) => [['contact_id', 'contacts', contact_id]],
  sessions: ({ visitor_id }) => [['visitor_id', 'visitors', visitor_id]],
  pageviews: ({ visitor_id, session_id }) => [
    ['visitor_id', 'visitors', visitor_id],
    ['session_id', 'sessions', session_id],
  ],
  assignments: ({ id, operator_id }) => [
    ['id', 'conversations', id],
    ['operator_id', 'operators', operator_id],
  ],
};

/**
 * Checks that a document's records fit together.
 * @param workspace holds them, over the seeded ones
 * @throws ControlError 422 that names the first that does not
 */
export function* checkReferences(workspace: Workspace, { records, deleted }: StateDocument): Steps {
  for (const [kind, list] of Object.entries(records) as [Kind, readonly Records[Kind][]][]) {
    const referencesOf = REFERENCES[kind] as ((record: Records[Kind]) => Reference[]) | undefined;
    yield* eachInSteps(list, (record, index) => {
      const missing = referencesOf?.(record).find(([, of, id]) => id !== null && !workspace.records[of].get(id));
      if (missing) throw invalid(`records.${kind}[${index}].${missing[0]}`, `names a record that there is not`);
    });
  }
  yield* checkEmails(workspace, records.contacts ?? []);
  checkDeletedContacts(workspace, deleted);
}

function* checkEmails({ records: { contacts } }: Workspace, imported: readonly Records['contacts'][]): Steps {
  yield* eachInSteps(imported, ({ email }, index) => {
    if (email === null || contacts.group(fold(email)).length < 2) return;
    throw invalid(`records.contacts[${index}].email`, 'must be unique among the contacts');
  });
}

/** A visitor who was matched to a contact loses the match when the contact is deleted. */
function checkDeletedContacts({ records: { visitors } }: Workspace, deleted: StateDocument['deleted']): void {
  const gone = new Map(deleted.map(({ id }, index) => [id, index]));
  for (const { value } of visitors.rows) {
    const index = value.contact_id === null ? undefined : gone.get(value.contact_id);
    if (index === undefined) continue;
    throw invalid(
      `deleted[${index}].id`,
      `is the contact of visitor '${value.id}', whose contact_id must be null then`,
    );
  }
}
