import { isExample } from '../../sandbox/control/event-triggers/event-trigger.ts';
import type { Port } from './port.ts';
import { read } from './port.ts';
import type { Conversation, Message, Operator, View, Visitor } from './records.ts';

/** What is to be shown; what is left out is of the page's choice. */
export interface Chosen {
  readonly conversation?: string | undefined;
  readonly visitor?: string | undefined;
}

interface List<Item> {
  readonly data: readonly Item[];
}

/** Conversations in the inbox. */
const LISTED = 8;

/**
 * Reads what the columns show. A conversation that is not there any more gives way to a new visitor.
 * @throws Error with the API's words where it refuses
 */
export async function readView(port: Port, chosen: Chosen): Promise<View> {
  const conversationId = chosen.conversation;
  const [conversations, operators, conversation] = await Promise.all([
    list<Conversation>(port, `/conversations?limit=${LISTED}`),
    list<Operator>(port, '/operators'),
    conversationId === undefined ? undefined : read<Conversation>(port, pathOf('conversations', conversationId)),
  ]);
  const visitorId = conversation?.visitor.id ?? chosen.visitor;
  const [known, messages] = await Promise.all([
    visitorId === undefined ? undefined : read<Visitor>(port, pathOf('visitors', visitorId)),
    conversation ? list<Message>(port, `${pathOf('conversations', conversation.id)}/messages?limit=100`) : [],
  ]);
  const visitor = known ?? (await newVisitor(port, conversations));
  return { conversations, operators, conversation, visitor, messages: messages.toReversed() };
}

/** Somebody who is on the website now, has not written yet, and is in no example of the documentation; else anybody. */
async function newVisitor(port: Port, conversations: readonly Conversation[]): Promise<Visitor | undefined> {
  const busy = new Set(conversations.map(({ visitor }) => visitor.id));
  const isNew = ({ id, contact_id }: Visitor): boolean => contact_id === null && !busy.has(id) && !isExample(id);
  const online = await list<Visitor>(port, '/visitors?online=true&limit=100');
  const found = online.find(isNew);
  if (found) return found;
  const all = await list<Visitor>(port, '/visitors?limit=100');
  return all.find(isNew) ?? all[0];
}

async function list<Item>(port: Port, path: string): Promise<readonly Item[]> {
  return (await read<List<Item>>(port, path))?.data ?? [];
}

function pathOf(collection: string, id: string): string {
  return `/${collection}/${encodeURIComponent(id)}`;
}
