import { fold } from '../../../text/fold.ts';
import { contactHandlers } from '../../operations/contacts.ts';
import { found } from '../../operations/not-found.ts';
import type { Records } from '../../records/collections.ts';
import type { Workspace } from '../../records/workspace.ts';
import { person } from '../../seed/people.ts';
import { ControlError } from '../control-error.ts';
import { newest } from './event-trigger.ts';
import type { EventTrigger, TriggerContext } from './event-trigger.ts';

type Contact = Records['contacts'];

/** People who are not among the seeded ones have numbers above this. */
const FIRST_NEW_PERSON = 10_000;

/** Somebody new is identified. */
export const contactCreated: EventTrigger = (id, context) => {
  if (id !== undefined)
    throw new ControlError(422, 'invalid_parameter', 'A new contact has no id yet.', { param: 'id' });
  newContact(context);
};

export const contactUpdated: EventTrigger = (id, context) => {
  const { contacts } = context.workspace.records;
  const contact =
    id === undefined ? (newest(contacts.rows, () => true)?.value ?? newContact(context)) : existing(id, context);
  const orders = Number(contact.custom_attributes['orders'] ?? 0);
  const body = { custom_attributes: { orders: (Number.isSafeInteger(orders) ? orders : 0) + 1 } };
  contactHandlers.updateContact({ path: { id: contact.id }, query: undefined, body, cursor: undefined }, context);
};

/** A visitor whom no contact was known for gives a name and an email. The id is that of the visitor. */
export const visitorIdentified: EventTrigger = (id, context) => {
  const { visitors, conversations } = context.workspace.records;
  const visitor =
    id === undefined
      ? newest(visitors.rows, ({ contact_id }) => contact_id === null)?.value
      : found(visitors.get(id), 'visitor', id).value;
  if (!visitor || visitor.contact_id !== null) {
    const which = visitor ? `The visitor '${visitor.id}' is` : 'All visitors are';
    throw new ControlError(409, 'visitor_identified', `${which} matched to a contact already.`);
  }
  const { id: contact_id, name, email } = unmatchedContact(context.workspace) ?? newContact(context);
  const identified = visitors.put({ ...visitor, name, email, contact_id }).value;
  for (const { value } of conversations.group(visitor.id)) {
    conversations.put({ ...value, visitor: { id: visitor.id, name, email } });
  }
  context.emit('visitor.identified', identified);
};

function newContact(context: TriggerContext): Contact {
  const { workspace } = context;
  let number = FIRST_NEW_PERSON + workspace.counter;
  let someone = person(workspace.seedNumber, number);
  while (workspace.records.contacts.group(someone.email).length > 0) {
    number += 1;
    someone = person(workspace.seedNumber, number);
  }
  return contactHandlers.createContact({ path: undefined, query: undefined, body: someone, cursor: undefined }, context)
    .value;
}

/** The newest contact with an email that no visitor has. */
function unmatchedContact({ records: { contacts, visitors } }: Workspace): Contact | undefined {
  return newest(contacts.rows, ({ email }) => email !== null && visitors.group(fold(email)).length === 0)?.value;
}

function existing(id: string, { workspace }: TriggerContext): Contact {
  return found(workspace.records.contacts.get(id), 'contact', id).value;
}
