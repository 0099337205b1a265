import type { Handlers } from './handler.ts';
import { chatbotHandlers } from './chatbots.ts';
import { contactHandlers } from './contacts.ts';
import { conversationHandlers } from './conversations.ts';
import { messageHandlers } from './messages.ts';
import { operatorHandlers } from './operators.ts';
import { visitorHandlers } from './visitors.ts';
import { webhookHandlers } from './webhooks.ts';

/** The handler of every operation of the spec, by operationId. */
export const handlers: Handlers = {
  ...contactHandlers,
  ...conversationHandlers,
  ...messageHandlers,
  ...visitorHandlers,
  ...chatbotHandlers,
  ...operatorHandlers,
  ...webhookHandlers,
};
