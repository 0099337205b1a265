import type { components } from '../../openapi/generated/types.ts';
import { ApiError } from '../http/api-error.ts';
import { addMessage, authorOf, refuseUnknownOperator } from './authors.ts';
import type { Handler, HandlerContext, Handlers } from './handler.ts';
import { found } from './not-found.ts';
import { paginate } from './pagination.ts';

type Conversation = components['schemas']['Conversation'];

const listConversations: Handler<'listConversations'> = ({ query, cursor }, { workspace }) => {
  const { status, assigned_to, visitor_id } = query;
  const { conversations } = workspace.records;
  const rows = visitor_id === undefined ? conversations.rows : conversations.group(visitor_id);
  if (status === undefined && assigned_to === undefined) return paginate(rows, query, cursor);
  return paginate(rows, query, cursor, (conversation) => {
    if (status !== undefined && conversation.status !== status) return false;
    return assigned_to === undefined || conversation.assigned_to === assigned_to;
  });
};

const getConversation: Handler<'getConversation'> = ({ path }, { workspace }) =>
  found(workspace.records.conversations.get(path.id), 'conversation', path.id);

const replyToConversation: Handler<'replyToConversation'> = ({ path, body }, context) => {
  refuseUnknownOperator(body.operator_id, context);
  const conversation = stored(path.id, context);
  const operator_id = authorOf(conversation, body.operator_id);
  return addMessage(reopened(conversation), { type: 'operator', body: body.body, operator_id }, context);
};

const assignConversation: Handler<'assignConversation'> = ({ path, body }, context) => {
  const { operator_id } = body;
  refuseUnknownOperator(operator_id, context);
  const { conversations, assignments } = context.workspace.records;
  const conversation = stored(path.id, context);
  assignments.put({ id: conversation.id, operator_id, assigned_at: context.now });
  const row = conversations.put({ ...conversation, assigned_to: operator_id, updated_at: context.now });
  context.emit('conversation.assigned', row.value);
  return row;
};

const closeConversation: Handler<'closeConversation'> = ({ path }, context) => {
  const conversation = stored(path.id, context);
  const { id, status } = conversation;
  if (status === 'closed') throw new ApiError('conversation_already_closed', { values: { id } });
  const row = context.workspace.records.conversations.put({
    ...conversation,
    status: 'closed',
    updated_at: context.now,
    closed_at: context.now,
  });
  context.emit('conversation.closed', row.value);
  return row;
};

const reopenConversation: Handler<'reopenConversation'> = ({ path }, context) => {
  const conversation = stored(path.id, context);
  const { id, status } = conversation;
  if (status === 'open') throw new ApiError('conversation_already_open', { values: { id } });
  return context.workspace.records.conversations.put({ ...reopened(conversation), updated_at: context.now });
};

export const conversationHandlers = {
  listConversations,
  getConversation,
  replyToConversation,
  assignConversation,
  closeConversation,
  reopenConversation,
} satisfies Partial<Handlers>;

function stored(id: string, { workspace }: HandlerContext): Conversation {
  return found(workspace.records.conversations.get(id), 'conversation', id).value;
}

/** The conversation, open; its rating stays. */
function reopened({ closed_at: _closedAt, ...conversation }: Conversation): Conversation {
  return { ...conversation, status: 'open' };
}
