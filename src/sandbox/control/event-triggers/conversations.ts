import { addMessage } from '../../operations/authors.ts';
import { conversationHandlers } from '../../operations/conversations.ts';
import { found } from '../../operations/not-found.ts';
import type { Records } from '../../records/collections.ts';
import { COMMENTS, DIALOGUES } from '../../seed/dialogues.ts';
import { ControlError } from '../control-error.ts';
import { newest } from './event-trigger.ts';
import type { EventTrigger, TriggerContext } from './event-trigger.ts';

type Conversation = Records['conversations'];

/** A visitor starts a conversation with a first message. The id is that of the visitor. */
export const conversationCreated: EventTrigger = (id, context) => {
  startConversation(id, context);
};

export const conversationClosed: EventTrigger = (id, context) => {
  conversationHandlers.closeConversation(onRecord(openConversation(id, context).id), context);
};

export const conversationAssigned: EventTrigger = (id, context) => {
  const conversation = id === undefined ? openConversation(id, context) : existing(id, context);
  const { rows } = context.workspace.records.operators;
  const others = rows.filter((row) => row.id !== conversation.assigned_to);
  const body = { operator_id: context.random.pick(others).id };
  conversationHandlers.assignConversation({ ...onRecord(conversation.id), body }, context);
};

export const conversationRated: EventTrigger = (id, context) => {
  const { conversations } = context.workspace.records;
  const conversation = id === undefined ? completedConversation(context) : existing(id, context);
  if (conversation.status !== 'closed') {
    throw new ControlError(
      409,
      'conversation_open',
      `The conversation '${conversation.id}' is open: visitors rate closed ones.`,
    );
  }
  const rating = { ...ratingOf(context), rated_at: context.now };
  context.emit('conversation.rated', conversations.put({ ...conversation, updated_at: context.now, rating }).value);
};

/** What was asked for; of chance, where nothing was. */
function ratingOf({ details: { score, comment }, random }: TriggerContext): { score: number; comment: string | null } {
  if (score !== undefined || comment !== undefined)
    return { score: score ?? random.between(3, 5), comment: comment ?? null };
  return { score: random.between(3, 5), comment: random.pick(COMMENTS) };
}

/** The visitor writes one more message. The id is that of the conversation. */
export const messageCreated: EventTrigger = (id, context) => {
  const conversation = stillOpen(openConversation(id, context));
  addMessage(conversation, { type: 'visitor', body: visitorLine(context), visitor: conversation.visitor }, context);
};

/** The conversation of this id or, without one, the newest open one; one is started where all are closed. */
export function openConversation(id: string | undefined, context: TriggerContext): Conversation {
  if (id !== undefined) return existing(id, context);
  const { conversations } = context.workspace.records;
  return newest(conversations.rows, ({ status }) => status === 'open')?.value ?? startConversation(undefined, context);
}

/** @throws ControlError where the conversation is closed */
export function stillOpen(conversation: Conversation): Conversation {
  if (conversation.status === 'open') return conversation;
  throw new ControlError(409, 'conversation_closed', `The conversation '${conversation.id}' is closed.`);
}

function completedConversation(context: TriggerContext): Conversation {
  const { rows } = context.workspace.records.conversations;
  const isUnrated = ({ status, rating }: Conversation): boolean => status === 'closed' && !rating;
  const known = newest(rows, isUnrated)?.value;
  if (known) return known;
  const { id } = openConversation(undefined, context);
  return conversationHandlers.closeConversation(onRecord(id), context).value;
}

function startConversation(visitorId: string | undefined, context: TriggerContext): Conversation {
  const { workspace, now } = context;
  const { visitors, conversations, messages } = workspace.records;
  const anyone = newest(visitors.rows, ({ online }) => online) ?? newest(visitors.rows, () => true);
  const row = visitorId === undefined ? anyone : visitors.get(visitorId);
  const { id, name, email } = found(row, 'visitor', visitorId ?? '').value;
  const visitor = { id, name, email };
  const conversation = conversations.put({
    id: workspace.newId('conv'),
    status: 'open',
    visitor,
    assigned_to: null,
    created_at: now,
    updated_at: now,
    messages_count: 1,
  }).value;
  const message = messages.put({
    id: workspace.newId('msg'),
    conversation_id: conversation.id,
    type: 'visitor',
    body: visitorLine(context),
    visitor,
    created_at: now,
  }).value;
  context.emit('conversation.created', conversation);
  context.emit('message.created', message);
  return conversation;
}

function existing(id: string, { workspace }: TriggerContext): Conversation {
  return found(workspace.records.conversations.get(id), 'conversation', id).value;
}

/** What the visitor was asked to write, else something that visitors write. */
function visitorLine({ details, random }: TriggerContext): string {
  if (details.body !== undefined) return details.body;
  const lines = random.pick(DIALOGUES).filter(([speaker]) => speaker === 'v');
  return random.pick(lines)[1];
}

/** What a handler is asked when a conversation's path is all there is to ask. */
function onRecord(id: string) {
  return { path: { id }, query: undefined, body: undefined, cursor: undefined } as const;
}
