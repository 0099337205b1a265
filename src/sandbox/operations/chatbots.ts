import type { Handler, Handlers } from './handler.ts';
import { found } from './not-found.ts';
import { paginate } from './pagination.ts';
import { refuseBrokenWorkflow } from './workflows.ts';

const listChatbots: Handler<'listChatbots'> = ({ query, cursor }, { workspace }) => {
  const { status } = query;
  const { chatbots } = workspace.records;
  return paginate(chatbots.rows, query, cursor, status ? (chatbot) => chatbot.status === status : undefined);
};

const getChatbot: Handler<'getChatbot'> = ({ path }, { workspace }) =>
  found(workspace.records.chatbots.get(path.id), 'chatbot', path.id);

const createChatbot: Handler<'createChatbot'> = ({ body }, { workspace, now }) => {
  refuseBrokenWorkflow(body.workflow, workspace);
  return workspace.records.chatbots.put({
    id: workspace.newId('bot'),
    name: body.name,
    description: body.description ?? null,
    status: body.status ?? 'draft',
    triggers: body.triggers ?? [],
    workflow: body.workflow,
    created_at: now,
    updated_at: now,
  });
};

const updateChatbot: Handler<'updateChatbot'> = ({ path, body }, { workspace, now }) => {
  const { chatbots } = workspace.records;
  const before = found(chatbots.get(path.id), 'chatbot', path.id).value;
  const { workflow: patch, ...fields } = body;
  const workflow = { ...before.workflow, ...patch };
  if (patch) refuseBrokenWorkflow(workflow, workspace);
  return chatbots.put({ ...before, ...fields, workflow, updated_at: now });
};

const deleteChatbot: Handler<'deleteChatbot'> = ({ path }, { workspace }) => {
  found(workspace.records.chatbots.get(path.id), 'chatbot', path.id);
  workspace.records.chatbots.delete(path.id);
};

export const chatbotHandlers = {
  listChatbots,
  getChatbot,
  createChatbot,
  updateChatbot,
  deleteChatbot,
} satisfies Partial<Handlers>;
