import type { components } from '../../openapi/generated/types.ts';
import { ApiError } from '../http/api-error.ts';
import { addMessage, authorOf, refuseUnknownChatbot, refuseUnknownOperator } from './authors.ts';
import type { Handler, Handlers } from './handler.ts';
import { found } from './not-found.ts';
import { paginate } from './pagination.ts';

type Conversation = components['schemas']['Conversation'];
type MessageCreate = components['schemas']['MessageCreate'];

const listMessages: Handler<'listMessages'> = ({ path, query, cursor }, { workspace }) => {
  const { type } = query;
  found(workspace.records.conversations.get(path.id), 'conversation', path.id);
  const rows = workspace.records.messages.group(path.id);
  return paginate(rows, query, cursor, type ? (message) => message.type === type : undefined);
};

const getMessage: Handler<'getMessage'> = ({ path }, { workspace }) => {
  found(workspace.records.conversations.get(path.id), 'conversation', path.id);
  const row = workspace.records.messages.get(path.message_id);
  return found(row?.value.conversation_id === path.id ? row : undefined, 'message', path.message_id);
};

const sendMessage: Handler<'sendMessage'> = ({ path, body }, context) => {
  if (body.type === 'bot') refuseUnknownChatbot(body.chatbot_id, context);
  if (body.type === 'operator' || body.type === 'note') refuseUnknownOperator(body.operator_id, context);
  const row = context.workspace.records.conversations.get(path.id);
  const conversation = found(row, 'conversation', path.id).value;
  const draft = complete(body, conversation);
  if (conversation.status === 'closed' && body.type !== 'note') {
    throw new ApiError('conversation_closed', { values: { id: conversation.id } });
  }
  return addMessage(conversation, draft, context);
};

export const messageHandlers = { listMessages, getMessage, sendMessage } satisfies Partial<Handlers>;

/** What was sent, with the author that goes without saying. */
function complete(message: MessageCreate, conversation: Conversation) {
  switch (message.type) {
    case 'visitor':
      return { ...message, visitor: conversation.visitor };
    case 'bot':
      return message;
    case 'operator':
    case 'note':
      return { ...message, operator_id: authorOf(conversation, message.operator_id) };
  }
}
