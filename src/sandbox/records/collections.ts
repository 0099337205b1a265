import type { components } from '../../openapi/generated/types.ts';
import { fold } from '../../text/fold.ts';
import { parseDateTime } from '../checks/date-time.ts';
import { timestamp } from '../clock.ts';
import type { IdPrefix } from '../ids.ts';
import type { StoredDelivery, StoredEvent } from '../webhooks/delivery.ts';
import type { CollectionOptions } from './collection.ts';
import type { Stored } from './row.ts';
import type { StoredSetting } from './settings.ts';
import type { StoredUndo } from './undo-entry.ts';

type Schemas = components['schemas'];

/** Who takes care of a conversation since when; its id is that of the conversation. */
export interface StoredAssignment extends Stored {
  readonly operator_id: string;
  readonly assigned_at: string;
}

/** What a webhook's deliveries are signed with; its id is that of the webhook. */
export interface StoredSecret extends Stored {
  readonly secret: string;
  /** The one before, for what was on its way when it was replaced. */
  readonly previous?: string;
  readonly created_at: string;
}

/** The kinds of records that a workspace stores. */
export interface Records {
  contacts: Schemas['Contact'];
  conversations: Schemas['Conversation'];
  messages: Schemas['Message'];
  visitors: Schemas['Visitor'];
  sessions: Schemas['Session'];
  pageviews: Schemas['Pageview'];
  chatbots: Schemas['Chatbot'];
  operators: Schemas['Operator'];
  assignments: StoredAssignment;
  webhooks: Schemas['Webhook'];
  secrets: StoredSecret;
  events: StoredEvent;
  deliveries: StoredDelivery;
  settings: StoredSetting;
  undos: StoredUndo;
}

export type Kind = keyof Records;

/** How each kind is ordered, and what its records are looked up by. */
export const COLLECTIONS: { readonly [K in Kind]: CollectionOptions<Records[K]> } = {
  contacts: { sort: byCreation, group: byEmail },
  conversations: { sort: byCreation, group: ({ visitor }) => visitor.id },
  messages: { sort: byCreation, group: (message) => message.conversation_id },
  visitors: { sort: (visitor) => inSeconds(visitor.first_seen_at), group: byEmail },
  sessions: { sort: (session) => inSeconds(session.started_at), group: (session) => session.visitor_id },
  pageviews: { sort: (pageview) => inSeconds(pageview.viewed_at), group: (pageview) => pageview.visitor_id },
  chatbots: { sort: byCreation },
  operators: { sort: byCreation },
  assignments: {
    sort: (assignment) => inSeconds(assignment.assigned_at),
    group: (assignment) => assignment.operator_id,
  },
  webhooks: { sort: byCreation },
  secrets: { sort: byOwnCreation },
  events: { sort: byOwnCreation },
  deliveries: { sort: byOwnCreation, group: (delivery) => delivery.status },
  settings: { sort: () => '' },
  undos: { sort: () => '' },
};

const WRITTEN = '2026-02-11T10:30:00Z';

/** What is no record of the API: it is never a cursor, so nobody needs to know where it stood once it is deleted. */
const INTERNAL: ReadonlySet<string> = new Set<Kind>(['secrets', 'events', 'deliveries', 'settings', 'undos']);

/** The kind of the records whose ids begin so. */
export const KIND_OF: Readonly<Record<IdPrefix, Kind>> = {
  con: 'contacts',
  conv: 'conversations',
  msg: 'messages',
  vis: 'visitors',
  ses: 'sessions',
  pv: 'pageviews',
  bot: 'chatbots',
  op: 'operators',
  wh: 'webhooks',
  evt: 'events',
  dlv: 'deliveries',
};

export const KINDS = Object.keys(COLLECTIONS) as Kind[];

export function isInternal(kind: string): boolean {
  return INTERNAL.has(kind);
}

export function isKind(kind: string): kind is Kind {
  return Object.hasOwn(COLLECTIONS, kind);
}

function byCreation(record: { readonly created_at: string }): string {
  return inSeconds(record.created_at);
}

/** What is never imported is written in one way, and to the millisecond. */
function byOwnCreation(record: { readonly created_at: string }): string {
  return record.created_at;
}

/** Emails compare without regard to case. */
function byEmail({ email }: { readonly email: string | null }): string | undefined {
  return email === null ? undefined : fold(email);
}

/** A time as the API writes it, whatever an import says: only those compare as texts. */
function inSeconds(time: string): string {
  return time.length === WRITTEN.length && time.endsWith('Z')
    ? time.toUpperCase()
    : timestamp(parseDateTime(time) ?? 0);
}
