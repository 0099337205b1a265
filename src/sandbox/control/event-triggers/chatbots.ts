import { addMessage } from '../../operations/authors.ts';
import { conversationHandlers } from '../../operations/conversations.ts';
import { found } from '../../operations/not-found.ts';
import type { Records } from '../../records/collections.ts';
import { ControlError } from '../control-error.ts';
import { openConversation, stillOpen } from './conversations.ts';
import { newest } from './event-trigger.ts';
import type { EventTrigger, TriggerContext } from './event-trigger.ts';

type Chatbot = Records['chatbots'];
type Conversation = Records['conversations'];
type Step = Chatbot['workflow']['steps'][number];

/** A chatbot takes part in a conversation, and says what its workflow starts with. */
export const chatbotTriggered: EventTrigger = (id, context) => {
  const chatbot = activeChatbot(id, context);
  const conversation = conversationFor(context) ?? openConversation(undefined, context);
  tell('chatbot.triggered', chatbot, conversation, context);
  const { entry_step, steps } = chatbot.workflow;
  const first = steps.find((step) => step.id === entry_step);
  if (first?.type !== 'message' && first?.type !== 'question') return;
  addMessage(conversation, { type: 'bot', body: first.text, chatbot_id: chatbot.id }, context);
};

/** A chatbot's workflow ends in the conversation that was asked for, else in the one it was last active in; a last step may close that. */
export const chatbotCompleted: EventTrigger = (id, context) => {
  const chatbot = activeChatbot(id, context);
  const conversation =
    conversationFor(context) ?? lastConversation(chatbot, context) ?? openConversation(undefined, context);
  tell('chatbot.completed', chatbot, conversation, context);
  const closes = (step: Step): boolean => step.type === 'end' && step.close_conversation === true;
  if (!chatbot.workflow.steps.some(closes)) return;
  const path = { id: conversation.id };
  conversationHandlers.closeConversation({ path, query: undefined, body: undefined, cursor: undefined }, context);
};

/** The conversation that was asked for. @throws ApiError where there is none · ControlError where it is closed */
function conversationFor(context: TriggerContext): Conversation | undefined {
  const { conversation_id: id } = context.details;
  return id === undefined ? undefined : stillOpen(openConversation(id, context));
}

function activeChatbot(id: string | undefined, { workspace }: TriggerContext): Chatbot {
  const { chatbots } = workspace.records;
  const isActive = ({ status }: Chatbot): boolean => status === 'active';
  const chatbot =
    id === undefined
      ? chatbots.rows.findLast(({ value }) => isActive(value))?.value
      : found(chatbots.get(id), 'chatbot', id).value;
  if (chatbot && isActive(chatbot)) return chatbot;
  const which = chatbot ? `The chatbot '${chatbot.id}' is ${chatbot.status}` : 'No chatbot is active';
  throw new ControlError(409, 'chatbot_not_active', `${which}: only an active one is triggered.`);
}

/** The newest open conversation that the chatbot has written in. */
function lastConversation({ id }: Chatbot, { workspace }: TriggerContext): Conversation | undefined {
  const { conversations, messages } = workspace.records;
  const hasSpoken = (conversationId: string): boolean =>
    messages.group(conversationId).some(({ value }) => value.type === 'bot' && value.chatbot_id === id);
  return newest(conversations.rows, (conversation) => conversation.status === 'open' && hasSpoken(conversation.id))
    ?.value;
}

function tell(
  event: 'chatbot.triggered' | 'chatbot.completed',
  chatbot: Chatbot,
  { visitor, id: conversation_id }: Conversation,
  context: TriggerContext,
): void {
  const data = { ...chatbot, visitor, conversation_id };
  context.emit(event, data);
}
