import type { OperationId } from '../generated/operations.ts';
import { chatbotHandlers } from './chatbots.ts';
import { contactHandlers } from './contacts.ts';
import { conversationHandlers } from './conversations.ts';
import type { HandlerContext, Handlers, Preparation } from './handler.ts';
import { messageHandlers } from './messages.ts';
import { operatorHandlers } from './operators.ts';
import { visitorHandlers } from './visitors.ts';
import { webhookHandlers } from './webhooks.ts';

/** The handler of every operation of the spec, by operationId. */
const handlers: Handlers = {
  ...contactHandlers,
  ...conversationHandlers,
  ...messageHandlers,
  ...visitorHandlers,
  ...chatbotHandlers,
  ...operatorHandlers,
  ...webhookHandlers,
};

/** What all handlers have in common, once the route has chosen one. */
type AnyHandler = (request: object, context: HandlerContext) => { readonly json: string } | undefined;

/** The handler of an operation, ready to run. @param body not validated yet */
export async function handlerOf(id: OperationId, body: unknown, preparation: Preparation): Promise<AnyHandler> {
  const handler = handlers[id];
  return (typeof handler === 'function' ? handler : await handler.prepare(body, preparation)) as AnyHandler;
}
