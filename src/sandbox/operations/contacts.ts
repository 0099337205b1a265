import type { components } from '../../openapi/generated/types.ts';
import { fold } from '../../text/fold.ts';
import { maxCustomAttributes, reasons } from '../generated/policies.ts';
import { ApiError, fill } from '../http/api-error.ts';
import { filterOf, isCreatedWithin, rangeOf, searchText } from './contact-filters.ts';
import type { Handler, HandlerContext, Handlers } from './handler.ts';
import { mergePatch } from './merge-patch.ts';
import { found } from './not-found.ts';
import { paginate } from './pagination.ts';

type Contact = components['schemas']['Contact'];

const listContacts: Handler<'listContacts'> = ({ query, cursor }, { workspace }) => {
  const { email, tag, created_after, created_before } = query;
  const { contacts } = workspace.records;
  if (email === undefined && tag === undefined && !created_after && !created_before) {
    return paginate(contacts.rows, query, cursor);
  }
  const range = rangeOf(created_after, created_before);
  const rows = email === undefined ? contacts.rows : contacts.group(fold(email));
  return paginate(rows, query, cursor, (contact) => {
    if (tag !== undefined && !contact.tags.includes(tag)) return false;
    return isCreatedWithin(contact, range);
  });
};

const getContact: Handler<'getContact'> = ({ path }, { workspace }) =>
  found(workspace.records.contacts.get(path.id), 'contact', path.id);

const createContact: Handler<'createContact'> = ({ body }, context) => {
  const { workspace, now } = context;
  refuseTakenEmail(body.email, undefined, context);
  const row = workspace.records.contacts.put({
    id: workspace.newId('con'),
    email: body.email,
    name: body.name ?? null,
    phone: body.phone === undefined ? null : toE164(body.phone),
    company: body.company ?? null,
    avatar_url: body.avatar_url ?? null,
    custom_attributes: body.custom_attributes ?? {},
    tags: body.tags ?? [],
    created_at: now,
    updated_at: now,
  });
  context.emit('contact.created', row.value);
  identifyVisitors(row.value, context);
  return row;
};

const updateContact: Handler<'updateContact'> = ({ path, body }, context) => {
  const { contacts } = context.workspace.records;
  const { value: before } = found(contacts.get(path.id), 'contact', path.id);
  const { custom_attributes: patch, tags, phone, ...fields } = body;
  const attributes = patch === undefined ? before.custom_attributes : mergeAttributes(before, patch);
  if (body.email !== undefined) refuseTakenEmail(body.email, before.id, context);
  const row = contacts.put({
    ...before,
    ...fields,
    ...(phone === undefined ? {} : { phone: phone === null ? null : toE164(phone) }),
    ...(tags === undefined ? {} : { tags: tags ?? [] }),
    custom_attributes: attributes,
    updated_at: context.now,
  });
  context.emit('contact.updated', row.value);
  return row;
};

const deleteContact: Handler<'deleteContact'> = ({ path }, { workspace }) => {
  const { contacts, visitors } = workspace.records;
  found(contacts.get(path.id), 'contact', path.id);
  contacts.delete(path.id);
  const linked = visitors.rows.filter((row) => row.value.contact_id === path.id);
  for (const { value } of linked) visitors.put({ ...value, contact_id: null });
};

const searchContacts: Handler<'searchContacts'> = ({ query, body, cursor }, { workspace }) => {
  const words = fold(body.query).split(/\s+/).filter(Boolean);
  const meets = body.filters && filterOf(body.filters);
  const rows = workspace.records.contacts.rows.filter((row) => {
    const text = row.derive(searchText);
    return words.every((word) => text.includes(word));
  });
  return paginate(rows, query, cursor, meets);
};

export const contactHandlers = {
  listContacts,
  getContact,
  createContact,
  updateContact,
  deleteContact,
  searchContacts,
} satisfies Partial<Handlers>;

function refuseTakenEmail(email: string, ownId: string | undefined, { workspace }: HandlerContext): void {
  const holder = workspace.records.contacts.group(fold(email)).find((row) => row.id !== ownId);
  if (holder) throw new ApiError('email_taken', { values: { email } });
}

/** Matches the visitors with this email, who were nobody's yet, to their new contact. */
function identifyVisitors({ id, email }: Contact, { workspace, emit }: HandlerContext): void {
  const { visitors } = workspace.records;
  const anonymous = visitors.group(fold(email ?? '')).filter((row) => row.value.contact_id === null);
  for (const { value } of anonymous) emit('visitor.identified', visitors.put({ ...value, contact_id: id }).value);
}

function mergeAttributes(before: Contact, patch: object | null): Contact['custom_attributes'] {
  const merged = patch === null ? {} : (mergePatch(before.custom_attributes, patch) as Contact['custom_attributes']);
  if (Object.keys(merged).length > maxCustomAttributes) {
    const reason = fill(reasons.maxProperties, { limit: maxCustomAttributes });
    throw new ApiError('invalid_parameter', { param: 'custom_attributes', values: { reason } });
  }
  return merged;
}

/** `+1-555-0123` → `+15550123`. */
function toE164(phone: string): string {
  return phone.replaceAll(/[ ()-]/g, '');
}
