// Generated from spec/ by `npm run generate`. Do not edit.

import type { Unlisted } from '../unlisted.ts';

/** Hands the conversation to an operator. */
export interface AssignStep {
  /** Names the step, unique in the workflow. */
  id: StepId;
  /** An assignment. */
  type: 'assign';
  /** Id of the operator. Null for whoever is online. */
  operator_id: string | null;
  /** Id of the step that follows. */
  next: StepId;
}

/** A conversation that is assigned to an operator. It is identified by its conversation. */
export interface Assignment {
  /** Id of the conversation. */
  conversation_id: string;
  /** Id of the operator. */
  operator_id: string;
  /** Whether the conversation goes on. */
  conversation_status: ConversationStatus;
  /** The visitor in short. `GET /visitors/{id}` returns the rest. */
  visitor: VisitorReference;
  /** When the conversation was assigned. */
  assigned_at: string;
}

/** A page of assignments. */
export interface AssignmentList {
  /** The assignments, latest first. */
  data: Assignment[];
  /**
   * Where this page stands in the list. A request with `after` or `limit` is answered in cursor mode, every other one in
   * page mode.
   */
  pagination: Pagination;
}

/** Sent by a chatbot. */
export interface BotMessage {
  /** Identifies the message. */
  id: string;
  /** Id of the conversation the message belongs to. */
  conversation_id: string;
  /** A message of a chatbot. */
  type: 'bot';
  /** The text of the message. */
  body: string;
  /** Id of the chatbot that sent it. */
  chatbot_id: string;
  /** When the message was sent. */
  created_at: string;
}

/** A message of a chatbot for the visitor. */
export interface BotMessageCreate {
  /** A message of a chatbot. */
  type: 'bot';
  /** The text of the message. */
  body: string;
  /** Id of the chatbot that writes. */
  chatbot_id: string;
}

/** An automatic participant in conversations. */
export interface Chatbot {
  /** Identifies the chatbot. */
  id: string;
  /** What your team calls the chatbot. */
  name: string;
  /** What it is for. */
  description: string | null;
  /** Only an `active` chatbot is started by its triggers. A `draft` has not been active yet, a `paused` one is off for now. */
  status: ChatbotStatus;
  /** What starts the chatbot. One of them is enough; without any, only your team starts it. */
  triggers: Triggers;
  /** The steps of the chatbot. */
  workflow: Workflow;
  /** When the chatbot was created. */
  created_at: string;
  /** When it last changed. */
  updated_at: string;
}

/** A chatbot workflow reaches its end state. */
export interface ChatbotCompletedEvent {
  /** Name of the event. */
  event: 'chatbot.completed';
  /** When the event happened. */
  timestamp: string;
  /** A chatbot and for whom it is active. */
  data: RunningChatbot;
}

/** A chatbot to create. Unless you say otherwise it is a draft. */
export interface ChatbotCreate {
  /** What your team calls the chatbot. */
  name: string;
  /** What it is for. */
  description?: string | undefined;
  /**
   * Whether triggers start it at once (`active`) or not yet (`draft`) or not now (`paused`).
   * @default "draft"
   */
  status?: ChatbotCreateStatus | undefined;
  /** What starts the chatbot. One of them is enough; without any, only your team starts it. */
  triggers?: Triggers | undefined;
  /** The steps of the chatbot. */
  workflow: Workflow;
}

/** Whether triggers start it at once (`active`) or not yet (`draft`) or not now (`paused`). */
export type ChatbotCreateStatus = 'draft' | 'active' | 'paused';

/** A page of chatbots. */
export interface ChatbotList {
  /** The chatbots, newest first. */
  data: Chatbot[];
  /**
   * Where this page stands in the list. A request with `after` or `limit` is answered in cursor mode, every other one in
   * page mode.
   */
  pagination: Pagination;
}

/** Only an `active` chatbot is started by its triggers. A `draft` has not been active yet, a `paused` one is off for now. */
export type ChatbotStatus = 'draft' | 'active' | 'paused' | Unlisted;

/** A chatbot workflow is activated for a visitor. */
export interface ChatbotTriggeredEvent {
  /** Name of the event. */
  event: 'chatbot.triggered';
  /** When the event happened. */
  timestamp: string;
  /** A chatbot and for whom it is active. */
  data: RunningChatbot;
}

/**
 * A JSON Merge Patch (RFC 7396), sent as `application/json` or `application/merge-patch+json`: fields you leave out stay as they
 * are, null clears the description. `triggers` is replaced as
 * a whole, and so is `workflow.steps`.
 */
export interface ChatbotUpdate {
  /** What your team calls the chatbot. */
  name?: string | undefined;
  /** What it is for. */
  description?: string | null | undefined;
  /** Only an `active` chatbot is started by its triggers. A `draft` has not been active yet, a `paused` one is off for now. */
  status?: ChatbotStatus | undefined;
  /** What starts the chatbot. One of them is enough; without any, only your team starts it. */
  triggers?: Triggers | undefined;
  /** Changes to the workflow. `steps` is replaced as a whole. */
  workflow?: WorkflowUpdate | undefined;
}

/** Goes one way or the other. */
export interface ConditionStep {
  /** Names the step, unique in the workflow. */
  id: StepId;
  /** A condition. */
  type: 'condition';
  /** What to look at, a field of the visitor or a custom attribute of the contact. */
  field: string;
  /** How to compare. */
  operator: ConditionStepOperator;
  /** What to compare with. */
  value: string;
  /** Id of the step that follows if the condition holds. */
  then: StepId;
  /** Id of the step that follows if it does not. */
  else: StepId;
}

/** How to compare. */
export type ConditionStepOperator = 'equals' | 'not_equals' | 'contains' | Unlisted;

/** A visitor who has been identified by name or email, or a person you have added. */
export interface Contact {
  /** Identifies the contact. */
  id: string;
  /** Contact email address. Unique, without regard to case (Unicode case folding). Null for a contact who gave only a name in a chat. */
  email: string | null;
  /** Full name of the contact. */
  name: string | null;
  /** Phone number in E.164 format. */
  phone: string | null;
  /** Company or organization name. */
  company: string | null;
  /** URL to a profile image. */
  avatar_url: string | null;
  /** Key-value pairs of custom data. Keys must be strings; values can be any JSON. */
  custom_attributes: CustomAttributes;
  /** Tag names assigned to the contact. */
  tags: string[];
  /** When the contact was created. */
  created_at: string;
  /** When it last changed. */
  updated_at: string;
}

/** A contact to create. Only the email is required. */
export interface ContactCreate {
  /** Contact email address. Must be unique. */
  email: string;
  /** Full name of the contact. */
  name?: string | undefined;
  /** Phone number in E.164 format. Spaces, hyphens and parentheses are accepted and removed. */
  phone?: string | undefined;
  /** Company or organization name. */
  company?: string | undefined;
  /** URL to a profile image. */
  avatar_url?: string | undefined;
  /** Key-value pairs of custom data. Keys must be strings; values can be any JSON. */
  custom_attributes?: CustomAttributes | undefined;
  /** Array of tag names to assign. */
  tags?: TagNames | undefined;
}

/** A new contact is identified. */
export interface ContactCreatedEvent {
  /** Name of the event. */
  event: 'contact.created';
  /** When the event happened. */
  timestamp: string;
  /** A visitor who has been identified by name or email, or a person you have added. */
  data: Contact;
}

/** Conditions that a contact must all meet besides the query. */
export interface ContactFilters {
  /** Tags the contact must all carry, as they are written. */
  tags?: string[] | undefined;
  /** Company or organization name, in full. It compares as the words of the query do. */
  company?: string | undefined;
  /** Keys and values that the contact's custom attributes must hold. */
  custom_attributes?: Record<string, unknown> | undefined;
  /** Only contacts created after this time. */
  created_after?: string | Date | undefined;
  /** Only contacts created before this time. */
  created_before?: string | Date | undefined;
}

/** A page of contacts. */
export interface ContactList {
  /** The contacts, newest first. */
  data: Contact[];
  /**
   * Where this page stands in the list. A request with `after` or `limit` is answered in cursor mode, every other one in
   * page mode.
   */
  pagination: Pagination;
}

/** What to look for among your contacts. */
export interface ContactSearch {
  /**
   * Words to look for in name, email, phone and company. Every word must occur in one of them; the start or middle of a word
   * counts. Words compare without regard to case (Unicode case folding: `STRASSE` finds `Straße`) and to the way accents are
   * written (normalization form C); an `e` is no `é`.
   */
  query: string;
  /** Conditions that a contact must all meet besides the query. */
  filters?: ContactFilters | undefined;
}

/**
 * A JSON Merge Patch (RFC 7396), sent as `application/json` or `application/merge-patch+json`: fields you leave out stay as they
 * are, null clears a field. Inside `custom_attributes` the
 * same holds for each key. `tags` is replaced as a whole.
 */
export interface ContactUpdate {
  /** Contact email address. Must be unique. Cannot be cleared. */
  email?: string | undefined;
  /** Full name of the contact. */
  name?: string | null | undefined;
  /** Phone number in E.164 format. Spaces, hyphens and parentheses are accepted and removed. */
  phone?: string | null | undefined;
  /** Company or organization name. */
  company?: string | null | undefined;
  /** URL to a profile image. */
  avatar_url?: string | null | undefined;
  /** Keys to set; a key with the value null is removed. Null removes them all. */
  custom_attributes?: Record<string, unknown> | null | undefined;
  /** All tag names the contact shall carry. Null removes them all. */
  tags?: string[] | null | undefined;
}

/** A contact record is modified. */
export interface ContactUpdatedEvent {
  /** Name of the event. */
  event: 'contact.updated';
  /** When the event happened. */
  timestamp: string;
  /** A visitor who has been identified by name or email, or a person you have added. */
  data: Contact;
}

/** A chat between a visitor and your team. */
export interface Conversation {
  /** Identifies the conversation. */
  id: string;
  /** Whether the conversation goes on. */
  status: ConversationStatus;
  /** The visitor in short. `GET /visitors/{id}` returns the rest. */
  visitor: VisitorReference;
  /** Id of the operator who takes care of the conversation. Null while it is unassigned. */
  assigned_to: string | null;
  /** When the visitor started the conversation. */
  created_at: string;
  /** When the conversation last changed or got a message. */
  updated_at: string;
  /** Messages in the conversation, notes included. */
  messages_count: number;
  /** When the conversation was closed. Absent while it is open. */
  closed_at?: string;
  /** How the visitor rated the completed conversation. Absent until then. */
  rating?: Rating;
}

/** A conversation is assigned to an operator. */
export interface ConversationAssignedEvent {
  /** Name of the event. */
  event: 'conversation.assigned';
  /** When the event happened. */
  timestamp: string;
  /** A chat between a visitor and your team. */
  data: Conversation;
}

/** Who shall take care of the conversation. */
export interface ConversationAssignment {
  /** Id of the operator who shall take care of the conversation. */
  operator_id: string;
}

/** A conversation is closed by an operator or auto-close rule. */
export interface ConversationClosedEvent {
  /** Name of the event. */
  event: 'conversation.closed';
  /** When the event happened. */
  timestamp: string;
  /** A chat between a visitor and your team. */
  data: Conversation;
}

/** A new conversation is started by a visitor. */
export interface ConversationCreatedEvent {
  /** Name of the event. */
  event: 'conversation.created';
  /** When the event happened. */
  timestamp: string;
  /** A chat between a visitor and your team. */
  data: Conversation;
}

/** A page of conversations. */
export interface ConversationList {
  /** The conversations, newest first. */
  data: Conversation[];
  /**
   * Where this page stands in the list. A request with `after` or `limit` is answered in cursor mode, every other one in
   * page mode.
   */
  pagination: Pagination;
}

/** A visitor rates a completed conversation. */
export interface ConversationRatedEvent {
  /** Name of the event. */
  event: 'conversation.rated';
  /** When the event happened. */
  timestamp: string;
  /** A chat between a visitor and your team. */
  data: Conversation;
}

/** An operator's message to the visitor. */
export interface ConversationReply {
  /** The text of the reply. */
  body: string;
  /** Id of the operator who replies. Without it, the operator to whom the conversation is assigned. */
  operator_id?: string | undefined;
}

/** Whether the conversation goes on. */
export type ConversationStatus = 'open' | 'closed' | Unlisted;

/** The answer to `after` or `limit`. */
export interface CursorPagination {
  /** Items asked for. */
  limit: number;
  /** Send it as `after` to get the next items. Null at the end of the list. */
  next_cursor: string | null;
  /** Whether more items follow. */
  has_more: boolean;
}

/** Key-value pairs of custom data. Keys must be strings; values can be any JSON. */
export type CustomAttributes = Record<string, unknown>;

/** What the visitor uses. */
export interface Device {
  /** Kind of device. */
  type: DeviceType;
  /** Operating system. */
  os: string | null;
  /** Browser. */
  browser: string | null;
}

/** Kind of device. */
export type DeviceType = 'desktop' | 'mobile' | 'tablet' | Unlisted;

/** Ends the workflow. */
export interface EndStep {
  /** Names the step, unique in the workflow. */
  id: StepId;
  /** The end. */
  type: 'end';
  /**
   * Whether the conversation is closed too.
   * @default false
   */
  close_conversation?: boolean;
}

/** The name of an event. */
export type EventName = 'conversation.created' | 'conversation.closed' | 'conversation.assigned' | 'conversation.rated' | 'message.created' | 'contact.created' | 'contact.updated' | 'visitor.identified' | 'visitor.page_viewed' | 'chatbot.triggered' | 'chatbot.completed' | 'operator.status_changed' | Unlisted;

/** Events to receive. */
export type EventNames = EventName[];

/** Starts when a visitor's message has one of the keywords. */
export interface KeywordTrigger {
  /** A word is written. */
  type: 'keyword';
  /** Words to look for. Upper and lower case are the same. */
  keywords: string[];
}

/** Where the visitor is, as far as the network address tells. */
export interface Location {
  /** Country code (ISO 3166-1 alpha-2). */
  country: string | null;
  /** Region or state. */
  region: string | null;
  /** City. */
  city: string | null;
}

/** A message in a conversation. `type` says who wrote it. */
export type Message = VisitorMessage | OperatorMessage | BotMessage | Note | UnknownMessage;

/** A Message that this version does not list; what it has besides can be read all the same. */
export interface UnknownMessage {
  type: Unlisted;
  id: string;
  conversation_id: string;
  body: string;
  created_at: string;
  [field: string]: unknown;
}

/** The message to send. `type` decides which other fields it takes. */
export type MessageCreate = VisitorMessageCreate | OperatorMessageCreate | BotMessageCreate | NoteCreate;

/** A new message is sent in a conversation. */
export interface MessageCreatedEvent {
  /** Name of the event. */
  event: 'message.created';
  /** When the event happened. */
  timestamp: string;
  /** A message in a conversation. `type` says who wrote it. */
  data: Message;
}

/** A page of messages. */
export interface MessageList {
  /** The messages, newest first. */
  data: Message[];
  /**
   * Where this page stands in the list. A request with `after` or `limit` is answered in cursor mode, every other one in
   * page mode.
   */
  pagination: Pagination;
}

/** Sends a message to the visitor. */
export interface MessageStep {
  /** Names the step, unique in the workflow. */
  id: StepId;
  /** A message. */
  type: 'message';
  /** What the visitor reads. */
  text: StepText;
  /** Id of the step that follows. */
  next: StepId;
}

/** Who wrote the message, or that it is a note for the team. */
export type MessageType = 'visitor' | 'operator' | 'bot' | 'note';

/** Starts with every conversation that a visitor begins. */
export interface NewConversationTrigger {
  /** A conversation begins. */
  type: 'new_conversation';
}

/** Written by an operator for the team. The visitor does not see it. */
export interface Note {
  /** Identifies the message. */
  id: string;
  /** Id of the conversation the message belongs to. */
  conversation_id: string;
  /** A note for the team. */
  type: 'note';
  /** The text of the message. */
  body: string;
  /** Id of the operator who wrote it. */
  operator_id: string;
  /** When the message was sent. */
  created_at: string;
}

/** A note for the team, which the visitor does not see. */
export interface NoteCreate {
  /** A note for the team. */
  type: 'note';
  /** The text of the message. */
  body: string;
  /** Id of the operator who writes. Without it, the operator to whom the conversation is assigned. */
  operator_id?: string | undefined;
}

/** A member of your team who answers conversations. */
export interface Operator {
  /** Identifies the operator. */
  id: string;
  /** Full name of the operator. */
  name: string;
  /** Email address the operator signs in with. */
  email: string;
  /** What the operator may do in the dashboard. */
  role: OperatorRole;
  /** Whether the operator is available. */
  status: OperatorStatus;
  /** URL to a profile image. */
  avatar_url: string | null;
  /** When the operator joined the workspace. */
  created_at: string;
  /** When the operator last did something. */
  last_active_at: string;
}

/** A page of operators. */
export interface OperatorList {
  /** The operators, newest first. */
  data: Operator[];
  /**
   * Where this page stands in the list. A request with `after` or `limit` is answered in cursor mode, every other one in
   * page mode.
   */
  pagination: Pagination;
}

/** Written by an operator for the visitor. */
export interface OperatorMessage {
  /** Identifies the message. */
  id: string;
  /** Id of the conversation the message belongs to. */
  conversation_id: string;
  /** A message of an operator. */
  type: 'operator';
  /** The text of the message. */
  body: string;
  /** Id of the operator who wrote it. */
  operator_id: string;
  /** When the message was sent. */
  created_at: string;
}

/** A message of an operator for the visitor. */
export interface OperatorMessageCreate {
  /** A message of an operator. */
  type: 'operator';
  /** The text of the message. */
  body: string;
  /** Id of the operator who writes. Without it, the operator to whom the conversation is assigned. */
  operator_id?: string | undefined;
}

/** What the operator may do in the dashboard. */
export type OperatorRole = 'owner' | 'admin' | 'agent' | Unlisted;

/** Whether the operator is available. */
export type OperatorStatus = 'online' | 'offline' | Unlisted;

/** An operator goes online or offline. */
export interface OperatorStatusChangedEvent {
  /** Name of the event. */
  event: 'operator.status_changed';
  /** When the event happened. */
  timestamp: string;
  /** A member of your team who answers conversations. */
  data: Operator;
}

/** A page of your website. */
export interface Page {
  /** Address of the page. */
  url: string;
  /** Title of the page. */
  title: string | null;
}

/** The answer to `page` and `per_page`, or to no page parameter at all. */
export interface PagePagination {
  /** The number of this page. */
  page: number;
  /** Items per page. */
  per_page: number;
  /** Records in the whole list. */
  total: number;
  /** Whether a next page exists. */
  has_more: boolean;
}

/** Starts when a visitor opens a page whose address matches. */
export interface PageViewTrigger {
  /** A page is opened. */
  type: 'page_view';
  /** Which page addresses match. */
  url: UrlMatch;
}

/** A visitor and the page they have just opened. */
export interface PageViewingVisitor {
  /** Identifies the visitor. */
  id: string;
  /** Name, once the visitor has given one. */
  name: string | null;
  /** Email address, once the visitor has given one. */
  email: string | null;
  /** Id of the contact the visitor was matched to. Null while the visitor is anonymous. */
  contact_id: string | null;
  /** Whether the visitor is on your website now. */
  online: boolean;
  /** The page the visitor is on. Null while offline. */
  current_page: Page | null;
  /** Where the visitor is, as far as the network address tells. */
  location: Location;
  /** What the visitor uses. */
  device: Device;
  /** How often the visitor has come. */
  sessions_count: number;
  /** Pages viewed in all sessions. */
  pageviews_count: number;
  /** When the first session began. */
  first_seen_at: string;
  /** When the visitor was last active. */
  last_seen_at: string;
  /** One page that a visitor viewed. */
  pageview: Pageview;
}

/** One page that a visitor viewed. */
export interface Pageview {
  /** Identifies the pageview. */
  id: string;
  /** Id of the visitor. */
  visitor_id: string;
  /** Id of the session. */
  session_id: string;
  /** Address of the page. */
  url: string;
  /** Title of the page. */
  title: string | null;
  /** Page the visitor came from. */
  referrer: string | null;
  /** How long the page was viewed. Null while the visitor is on it. */
  duration_seconds: number | null;
  /** When the page was opened. */
  viewed_at: string;
}

/** A page of pageviews. */
export interface PageviewList {
  /** The pageviews, newest first. */
  data: Pageview[];
  /**
   * Where this page stands in the list. A request with `after` or `limit` is answered in cursor mode, every other one in
   * page mode.
   */
  pagination: Pagination;
}

/**
 * Where this page stands in the list. A request with `after` or `limit` is answered in cursor mode, every other one in
 * page mode.
 */
export type Pagination = PagePagination | CursorPagination;

/** An answer and where it leads. */
export interface QuestionOption {
  /** What the visitor reads. */
  label: string;
  /** Id of the step that follows. */
  next: StepId;
}

/** Asks the visitor and lets them choose an answer. */
export interface QuestionStep {
  /** Names the step, unique in the workflow. */
  id: StepId;
  /** A question. */
  type: 'question';
  /** What the visitor reads. */
  text: StepText;
  /** Answers to choose from. */
  options: QuestionOption[];
  /** Custom attribute of the contact that keeps the answer. */
  save_as?: string;
}

/** How the visitor rated the completed conversation. Absent until then. */
export interface Rating {
  /** From 1 (bad) to 5 (very good). */
  score: number;
  /** What the visitor wrote with the rating. */
  comment: string | null;
  /** When the visitor rated. */
  rated_at: string;
}

/** A chatbot and for whom it is active. */
export interface RunningChatbot {
  /** Identifies the chatbot. */
  id: string;
  /** What your team calls the chatbot. */
  name: string;
  /** What it is for. */
  description: string | null;
  /** Only an `active` chatbot is started by its triggers. A `draft` has not been active yet, a `paused` one is off for now. */
  status: ChatbotStatus;
  /** What starts the chatbot. One of them is enough; without any, only your team starts it. */
  triggers: Triggers;
  /** The steps of the chatbot. */
  workflow: Workflow;
  /** When the chatbot was created. */
  created_at: string;
  /** When it last changed. */
  updated_at: string;
  /** The visitor in short. `GET /visitors/{id}` returns the rest. */
  visitor: VisitorReference;
  /** Id of the conversation in which it is active. */
  conversation_id: string;
}

/** One visit, from the first page to half an hour of silence. */
export interface Session {
  /** Identifies the session. */
  id: string;
  /** Id of the visitor. */
  visitor_id: string;
  /** Address of the first page. */
  landing_page: string;
  /** Page the visitor came from. */
  referrer: string | null;
  /** Where the visitor is, as far as the network address tells. */
  location: Location;
  /** What the visitor uses. */
  device: Device;
  /** Pages viewed in this session. */
  pageviews_count: number;
  /** When the session began. */
  started_at: string;
  /** When it ended. Null while it goes on. */
  ended_at: string | null;
}

/** A page of sessions. */
export interface SessionList {
  /** The sessions, newest first. */
  data: Session[];
  /**
   * Where this page stands in the list. A request with `after` or `limit` is answered in cursor mode, every other one in
   * page mode.
   */
  pagination: Pagination;
}

/** One step. `type` decides which other fields it has. */
export type Step = MessageStep | QuestionStep | ConditionStep | AssignStep | EndStep | UnknownStep;

/** A Step that this version does not list; what it has besides can be read all the same. */
export interface UnknownStep {
  type: Unlisted;
  id: StepId;
  [field: string]: unknown;
}

/** The name of a step, of small letters, digits and underscores. */
export type StepId = string;

/** What the visitor reads. */
export type StepText = string;

/** The steps; each `id` is unique among them. */
export type Steps = Step[];

/** Array of tag names to assign. */
export type TagNames = string[];

/** Starts when a visitor has stayed on a page for some time. */
export interface TimeOnPageTrigger {
  /** Time has passed. */
  type: 'time_on_page';
  /** Seconds on the page. */
  seconds: number;
  /** Which page addresses match. */
  url?: UrlMatch;
}

/** What starts the chatbot. `type` decides which other fields it has. */
export type Trigger = PageViewTrigger | TimeOnPageTrigger | KeywordTrigger | NewConversationTrigger | UnknownTrigger;

/** A Trigger that this version does not list; what it has besides can be read all the same. */
export interface UnknownTrigger {
  type: Unlisted;
  [field: string]: unknown;
}

/** What starts the chatbot. One of them is enough; without any, only your team starts it. */
export type Triggers = Trigger[];

/** Which page addresses match. */
export interface UrlMatch {
  /** How to compare. */
  match: UrlMatchMatch;
  /** What to compare the address with. */
  value: string;
}

/** How to compare. */
export type UrlMatchMatch = 'equals' | 'starts_with' | 'contains' | Unlisted;

/** A person on your website, known by name or not. */
export interface Visitor {
  /** Identifies the visitor. */
  id: string;
  /** Name, once the visitor has given one. */
  name: string | null;
  /** Email address, once the visitor has given one. */
  email: string | null;
  /** Id of the contact the visitor was matched to. Null while the visitor is anonymous. */
  contact_id: string | null;
  /** Whether the visitor is on your website now. */
  online: boolean;
  /** The page the visitor is on. Null while offline. */
  current_page: Page | null;
  /** Where the visitor is, as far as the network address tells. */
  location: Location;
  /** What the visitor uses. */
  device: Device;
  /** How often the visitor has come. */
  sessions_count: number;
  /** Pages viewed in all sessions. */
  pageviews_count: number;
  /** When the first session began. */
  first_seen_at: string;
  /** When the visitor was last active. */
  last_seen_at: string;
}

/** An anonymous visitor is matched to a contact. */
export interface VisitorIdentifiedEvent {
  /** Name of the event. */
  event: 'visitor.identified';
  /** When the event happened. */
  timestamp: string;
  /** A person on your website, known by name or not. */
  data: Visitor;
}

/** A page of visitors. */
export interface VisitorList {
  /** The visitors, newest first. */
  data: Visitor[];
  /**
   * Where this page stands in the list. A request with `after` or `limit` is answered in cursor mode, every other one in
   * page mode.
   */
  pagination: Pagination;
}

/** Written by the visitor. */
export interface VisitorMessage {
  /** Identifies the message. */
  id: string;
  /** Id of the conversation the message belongs to. */
  conversation_id: string;
  /** A message of the visitor. */
  type: 'visitor';
  /** The text of the message. */
  body: string;
  /** The visitor in short. `GET /visitors/{id}` returns the rest. */
  visitor: VisitorReference;
  /** When the message was sent. */
  created_at: string;
}

/** A message that the visitor wrote elsewhere, for example by email. */
export interface VisitorMessageCreate {
  /** A message of the visitor. */
  type: 'visitor';
  /** The text of the message. */
  body: string;
}

/** A tracked visitor navigates to a new page. */
export interface VisitorPageViewedEvent {
  /** Name of the event. */
  event: 'visitor.page_viewed';
  /** When the event happened. */
  timestamp: string;
  /** A visitor and the page they have just opened. */
  data: PageViewingVisitor;
}

/** The visitor in short. `GET /visitors/{id}` returns the rest. */
export interface VisitorReference {
  /** Identifies the visitor. */
  id: string;
  /** Name, once the visitor has given one. */
  name: string | null;
  /** Email address, once the visitor has given one. */
  email: string | null;
}

/** An endpoint of yours that receives events. */
export interface Webhook {
  /** Identifies the webhook. */
  id: string;
  /** Address that events are sent to. */
  url: string;
  /** Events to receive. */
  events: EventNames;
  /** What the endpoint is for. */
  description: string | null;
  /**
   * `failed` after all retries of a delivery have failed, until a later delivery succeeds. A failed webhook keeps receiving
   * events.
   */
  status: WebhookStatus;
  /** When the webhook was created. */
  created_at: string;
}

/** An endpoint to register. */
export interface WebhookCreate {
  /** Address to send events to. https, and reachable from the internet. */
  url: string;
  /** Events to receive. */
  events: EventNames;
  /** What the endpoint is for. */
  description?: string | undefined;
}

/** A new webhook with its secret. */
export interface WebhookCreated {
  /** Identifies the webhook. */
  id: string;
  /** Address that events are sent to. */
  url: string;
  /** Events to receive. */
  events: EventNames;
  /** What the endpoint is for. */
  description: string | null;
  /**
   * `failed` after all retries of a delivery have failed, until a later delivery succeeds. A failed webhook keeps receiving
   * events.
   */
  status: WebhookCreatedStatus;
  /** When the webhook was created. */
  created_at: string;
  /** The secret that deliveries are signed with. It is shown this once; store it where your endpoint can read it. */
  secret: string;
}

/**
 * `failed` after all retries of a delivery have failed, until a later delivery succeeds. A failed webhook keeps receiving
 * events.
 */
export type WebhookCreatedStatus = 'active' | 'failed' | Unlisted;

/** A page of webhooks. */
export interface WebhookList {
  /** The webhooks, newest first. */
  data: Webhook[];
  /**
   * Where this page stands in the list. A request with `after` or `limit` is answered in cursor mode, every other one in
   * page mode.
   */
  pagination: Pagination;
}

/**
 * `failed` after all retries of a delivery have failed, until a later delivery succeeds. A failed webhook keeps receiving
 * events.
 */
export type WebhookStatus = 'active' | 'failed' | Unlisted;

/** The steps of the chatbot. */
export interface Workflow {
  /** Id of the step to start with. */
  entry_step: StepId;
  /** The steps; each `id` is unique among them. */
  steps: Steps;
}

/** Changes to the workflow. `steps` is replaced as a whole. */
export interface WorkflowUpdate {
  /** Id of the step to start with. */
  entry_step?: StepId | undefined;
  /** The steps; each `id` is unique among them. */
  steps?: Steps | undefined;
}
