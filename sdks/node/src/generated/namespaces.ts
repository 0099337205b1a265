// Generated from spec/ by `npm run generate`. Do not edit.

import type { Transport } from '../transport.ts';
import { Contacts } from '../contacts.ts';
import { Conversations } from './conversations.ts';
import { Visitors } from './visitors.ts';
import { Chatbots } from './chatbots.ts';
import { Operators } from './operators.ts';
import { Webhooks } from './webhooks.ts';

export class Namespaces {
  /** Manage contact records — visitors who have been identified by name or email. */
  readonly contacts: Contacts;
  /** Access and manage chat conversations including assignment, replies, and lifecycle. */
  readonly conversations: Conversations;
  /** Access real-time and historical visitor data including sessions and pageviews. */
  readonly visitors: Visitors;
  /** Manage chatbot configurations, triggers, and workflow definitions. */
  readonly chatbots: Chatbots;
  /** Retrieve operator profiles, availability status, and assignments. */
  readonly operators: Operators;
  /** Register and manage webhook endpoints for receiving real-time event notifications. */
  readonly webhooks: Webhooks;

  constructor(transport: Transport) {
    this.contacts = new Contacts(transport);
    this.conversations = new Conversations(transport);
    this.visitors = new Visitors(transport);
    this.chatbots = new Chatbots(transport);
    this.operators = new Operators(transport);
    this.webhooks = new Webhooks(transport);
  }
}
