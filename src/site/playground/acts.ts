/** What can be done in the playground: each act is one call of the API or, where only people and programs outside of it act, one event. */
import type { EventDetails } from '../../sandbox/control/event-details.ts';
import type { EventName } from '../../sandbox/webhooks/delivery.ts';
import type { Conversation, Operator, Visitor } from './records.ts';

/** A call that a program of the reader's can make. */
export interface ApiCall {
  readonly kind: 'call';
  /** The act in words, a sentence without its end. */
  readonly says: string;
  readonly operationId: string;
  readonly method: 'POST' | 'PATCH' | 'DELETE';
  /** Below `/v1`. */
  readonly path: string;
  /** The parameters of the path, by name. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly body?: object;
}

/** What the widget, a visitor's browser or the dashboard does. The API has no call for it: `POST /_sandbox/events` lets it happen. */
export interface OutsideEvent {
  readonly kind: 'event';
  readonly says: string;
  /** Who does it in production, at the beginning of a sentence. */
  readonly actor: 'The widget' | 'The dashboard' | 'Orbinto';
  readonly body: EventDetails & { readonly event: EventName; readonly id?: string };
}

export type Act = ApiCall | OutsideEvent;

export const visitorWrites = (visitor: Visitor, conversation: Conversation | undefined, text: string): Act =>
  conversation?.status === 'open'
    ? {
        ...onConversation(conversation, 'sendMessage', 'messages', 'The visitor writes'),
        body: { type: 'visitor', body: text },
      }
    : widget('The visitor starts a conversation', { event: 'conversation.created', id: visitor.id, body: text });

export const visitorOpensPage = ({ id }: Visitor): Act =>
  widget('The visitor opens a page', { event: 'visitor.page_viewed', id });

export const visitorIdentifies = ({ id }: Visitor): Act =>
  widget('The visitor gives a name and an email address', { event: 'visitor.identified', id });

export const visitorRates = ({ id }: Conversation, score: number): Act =>
  widget(`The visitor rates the conversation with ${score} of 5`, { event: 'conversation.rated', id, score });

export const operatorReplies = (conversation: Conversation, operator: Operator, text: string): Act => ({
  ...onConversation(conversation, 'replyToConversation', 'reply', 'The operator replies'),
  body: { body: text, operator_id: operator.id },
});

export const assign = (conversation: Conversation, { id, name }: Operator): Act => ({
  ...onConversation(conversation, 'assignConversation', 'assign', `The conversation goes to ${name}`),
  body: { operator_id: id },
});

export const close = (conversation: Conversation): Act =>
  onConversation(conversation, 'closeConversation', 'close', 'The operator closes the conversation');

export const reopen = (conversation: Conversation): Act =>
  onConversation(conversation, 'reopenConversation', 'reopen', 'The operator opens the conversation again');

export const saveContact = (email: string, name: string | null): Act => ({
  kind: 'call',
  says: 'The visitor is saved as a contact',
  operationId: 'createContact',
  method: 'POST',
  path: '/contacts',
  parameters: {},
  body: { email, ...(name !== null && { name }) },
});

export const tagContact = (id: string, tag: string): Act => ({
  kind: 'call',
  says: 'The contact gets a tag',
  operationId: 'updateContact',
  method: 'PATCH',
  path: `/contacts/${encodeURIComponent(id)}`,
  parameters: { id },
  body: { tags: [tag] },
});

export const operatorComesOrGoes = ({ id, name, status }: Operator): Act =>
  outside('The dashboard', `${name} goes ${status === 'online' ? 'offline' : 'online'}`, {
    event: 'operator.status_changed',
    id,
  });

export const chatbotGreets = ({ id }: Conversation): Act =>
  outside('Orbinto', 'A chatbot joins the conversation', { event: 'chatbot.triggered', conversation_id: id });

export const chatbotFinishes = ({ id }: Conversation): Act =>
  outside('Orbinto', 'The chatbot comes to its end', { event: 'chatbot.completed', conversation_id: id });

/** The page becomes an endpoint of its own. */
export const registerEndpoint = (url: string, events: readonly EventName[]): ApiCall => ({
  kind: 'call',
  says: 'This page becomes a webhook endpoint',
  operationId: 'createWebhook',
  method: 'POST',
  path: '/webhooks',
  parameters: {},
  body: { url, events, description: 'Playground' },
});

/** What makes an event happen here, for a reader who looks for it. */
export const causes: { readonly [Name in EventName]: string } = {
  'conversation.created': 'Write as a new visitor',
  'conversation.closed': 'Close the conversation',
  'conversation.assigned': 'Assign it to an operator',
  'conversation.rated': 'Rate it once it is closed',
  'message.created': 'Write, or reply',
  'contact.created': 'Save the visitor as a contact',
  'contact.updated': 'Tag that contact',
  'visitor.identified': 'Let the visitor say who they are',
  'visitor.page_viewed': 'Open another page as the visitor',
  'chatbot.triggered': 'Let a chatbot join',
  'chatbot.completed': 'Let the chatbot finish',
  'operator.status_changed': 'Let an operator come or go',
};

function onConversation({ id }: Conversation, operationId: string, step: string, says: string): ApiCall {
  const path = `/conversations/${encodeURIComponent(id)}/${step}`;
  return { kind: 'call', says, operationId, method: 'POST', path, parameters: { id } };
}

function widget(says: string, body: OutsideEvent['body']): OutsideEvent {
  return outside('The widget', says, body);
}

function outside(actor: OutsideEvent['actor'], says: string, body: OutsideEvent['body']): OutsideEvent {
  return { kind: 'event', says, actor, body };
}
