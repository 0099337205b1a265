// Generated from spec/ by `npm run generate`. Do not edit.

import type { ChatbotCompletedEvent, ChatbotTriggeredEvent, ContactCreatedEvent, ContactUpdatedEvent, ConversationAssignedEvent, ConversationClosedEvent, ConversationCreatedEvent, ConversationRatedEvent, MessageCreatedEvent, OperatorStatusChangedEvent, VisitorIdentifiedEvent, VisitorPageViewedEvent } from './types.ts';
import type { Unlisted } from '../unlisted.ts';

/** Every event by its name. */
export interface EventMap {
  /**
   * Conversation created. A new conversation is started by a visitor. `data` is the conversation as `GET /conversations/{id}` returns it.
   * @see https://developers.orbinto.com/reference/events/conversation.created/
   */
  'conversation.created': ConversationCreatedEvent;
  /**
   * Conversation closed. A conversation is closed by an operator or auto-close rule. `data` is the conversation as `GET /conversations/{id}` returns it.
   * @see https://developers.orbinto.com/reference/events/conversation.closed/
   */
  'conversation.closed': ConversationClosedEvent;
  /**
   * Conversation assigned. A conversation is assigned to an operator. `data` is the conversation as `GET /conversations/{id}` returns it.
   * @see https://developers.orbinto.com/reference/events/conversation.assigned/
   */
  'conversation.assigned': ConversationAssignedEvent;
  /**
   * Conversation rated. A visitor rates a completed conversation. `data` is the conversation as `GET /conversations/{id}` returns it.
   * @see https://developers.orbinto.com/reference/events/conversation.rated/
   */
  'conversation.rated': ConversationRatedEvent;
  /**
   * Message created. A new message is sent in a conversation. `data` is the message as `GET /conversations/{id}/messages/{message_id}` returns it.
   * @see https://developers.orbinto.com/reference/events/message.created/
   */
  'message.created': MessageCreatedEvent;
  /**
   * Contact created. A new contact is identified. `data` is the contact as `GET /contacts/{id}` returns it.
   * @see https://developers.orbinto.com/reference/events/contact.created/
   */
  'contact.created': ContactCreatedEvent;
  /**
   * Contact updated. A contact record is modified. `data` is the contact as `GET /contacts/{id}` returns it.
   * @see https://developers.orbinto.com/reference/events/contact.updated/
   */
  'contact.updated': ContactUpdatedEvent;
  /**
   * Visitor identified. An anonymous visitor is matched to a contact. `data` is the visitor as `GET /visitors/{id}` returns it.
   * @see https://developers.orbinto.com/reference/events/visitor.identified/
   */
  'visitor.identified': VisitorIdentifiedEvent;
  /**
   * Page viewed. A tracked visitor navigates to a new page. `data` is the visitor as `GET /visitors/{id}` returns it, with the new `pageview`.
   * @see https://developers.orbinto.com/reference/events/visitor.page_viewed/
   */
  'visitor.page_viewed': VisitorPageViewedEvent;
  /**
   * Chatbot triggered. A chatbot workflow is activated for a visitor. `data` is the chatbot as `GET /chatbots/{id}` returns it, with the `visitor` and the `conversation_id` it is active for.
   * @see https://developers.orbinto.com/reference/events/chatbot.triggered/
   */
  'chatbot.triggered': ChatbotTriggeredEvent;
  /**
   * Chatbot completed. A chatbot workflow reaches its end state. `data` is the chatbot as `GET /chatbots/{id}` returns it, with the `visitor` and the `conversation_id` it is active for.
   * @see https://developers.orbinto.com/reference/events/chatbot.completed/
   */
  'chatbot.completed': ChatbotCompletedEvent;
  /**
   * Operator status changed. An operator goes online or offline. `data` is the operator as `GET /operators/{id}` returns it.
   * @see https://developers.orbinto.com/reference/events/operator.status_changed/
   */
  'operator.status_changed': OperatorStatusChangedEvent;
}

/** An event that this version does not list. */
export interface UnknownEvent {
  event: Unlisted;
  timestamp: string;
  data: unknown;
  [field: string]: unknown;
}

/** Any event: `event` tells which. */
export type OrbintoEvent = EventMap[keyof EventMap] | UnknownEvent;
