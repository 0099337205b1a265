import type { components } from '../../openapi/generated/types.ts';
import { reasons } from '../generated/policies.ts';
import { ApiError } from '../http/api-error.ts';
import type { Row } from '../records/row.ts';
import type { HandlerContext } from './handler.ts';

type Schemas = components['schemas'];
type Conversation = Schemas['Conversation'];
type Message = Schemas['Message'];

/** What tells the kinds of messages apart. */
type Draft =
  | Pick<Schemas['VisitorMessage'], 'type' | 'body' | 'visitor'>
  | Pick<Schemas['OperatorMessage'], 'type' | 'body' | 'operator_id'>
  | Pick<Schemas['BotMessage'], 'type' | 'body' | 'chatbot_id'>
  | Pick<Schemas['Note'], 'type' | 'body' | 'operator_id'>;

/** @throws ApiError 422 where an operator is named and there is none of that id */
export function refuseUnknownOperator(id: string | undefined, { workspace }: HandlerContext): void {
  if (id === undefined || workspace.records.operators.get(id)) return;
  throw new ApiError('invalid_parameter', { param: 'operator_id', values: { reason: reasons.unknown_operator } });
}

/** @throws ApiError 422 where there is no chatbot of that id */
export function refuseUnknownChatbot(id: string, { workspace }: HandlerContext): void {
  if (workspace.records.chatbots.get(id)) return;
  throw new ApiError('invalid_parameter', { param: 'chatbot_id', values: { reason: reasons.unknown_chatbot } });
}

/**
 * Who writes: the operator that was named, else the one the conversation is assigned to.
 * @throws ApiError 422 `author_required` where there is neither
 */
export function authorOf({ assigned_to }: Conversation, named: string | undefined): string {
  const author = named ?? assigned_to;
  if (author === null) throw new ApiError('author_required', { param: 'operator_id' });
  return author;
}

/** Adds a message to a conversation and tells the webhooks. */
export function addMessage(conversation: Conversation, draft: Draft, context: HandlerContext): Row<Message> {
  const { workspace, now } = context;
  const { type, body, ...author } = draft;
  const row = workspace.records.messages.put({
    id: workspace.newId('msg'),
    conversation_id: conversation.id,
    type,
    body,
    ...author,
    created_at: now,
  } as Message);
  workspace.records.conversations.put({
    ...conversation,
    updated_at: now,
    messages_count: conversation.messages_count + 1,
  });
  context.emit('message.created', row.value);
  return row;
}
