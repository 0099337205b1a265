import type { Records } from '../records/collections.ts';

type Chatbot = Records['chatbots'];

/** The seeded chatbots, newest first. */
export function chatbots(): Chatbot[] {
  return [WELCOME, PRICING, OPENING_HOURS, FEEDBACK];
}

const WELCOME: Chatbot = {
  id: 'bot_abc123',
  name: 'Welcome',
  description: 'Greets visitors and finds out what they need.',
  status: 'active',
  triggers: [{ type: 'new_conversation' }, { type: 'page_view', url: { match: 'contains', value: '/help' } }],
  workflow: {
    entry_step: 'greeting',
    steps: [
      { id: 'greeting', type: 'message', text: 'Hello, and welcome to our shop!', next: 'topic' },
      {
        id: 'topic',
        type: 'question',
        text: 'What is it about?',
        save_as: 'topic',
        options: [
          { label: 'My order', next: 'plan' },
          { label: 'Just looking', next: 'done' },
        ],
      },
      {
        id: 'plan',
        type: 'condition',
        field: 'custom_attributes.plan',
        operator: 'equals',
        value: 'professional',
        then: 'personal',
        else: 'team',
      },
      { id: 'personal', type: 'assign', operator_id: 'op_xyz789', next: 'done' },
      { id: 'team', type: 'assign', operator_id: null, next: 'done' },
      { id: 'done', type: 'end' },
    ],
  },
  created_at: '2026-01-20T13:05:00Z',
  updated_at: '2026-02-03T11:42:36Z',
};

const PRICING: Chatbot = {
  id: 'bot_def456',
  name: 'Pricing helper',
  description: null,
  status: 'draft',
  triggers: [{ type: 'keyword', keywords: ['price', 'discount'] }],
  workflow: {
    entry_step: 'offer',
    steps: [
      { id: 'offer', type: 'message', text: 'Every plan can be tried for 14 days.', next: 'done' },
      { id: 'done', type: 'end', close_conversation: false },
    ],
  },
  created_at: '2026-01-12T10:48:19Z',
  updated_at: '2026-01-12T10:48:19Z',
};

const OPENING_HOURS: Chatbot = {
  id: 'bot_ghi789',
  name: 'Opening hours',
  description: 'Says when somebody will answer.',
  status: 'paused',
  triggers: [{ type: 'time_on_page', seconds: 45, url: { match: 'contains', value: '/contact' } }],
  workflow: {
    entry_step: 'hours',
    steps: [
      { id: 'hours', type: 'message', text: 'We answer from Monday to Friday, 8:00 to 18:00.', next: 'done' },
      { id: 'done', type: 'end', close_conversation: true },
    ],
  },
  created_at: '2025-12-04T15:20:00Z',
  updated_at: '2026-01-07T09:02:11Z',
};

const FEEDBACK: Chatbot = {
  id: 'bot_jkl012',
  name: 'Feedback',
  description: 'Asks how the conversation went.',
  status: 'active',
  triggers: [{ type: 'keyword', keywords: ['thanks', 'thank you'] }],
  workflow: {
    entry_step: 'ask',
    steps: [
      {
        id: 'ask',
        type: 'question',
        text: 'Did we solve it for you?',
        options: [
          { label: 'Yes', next: 'done' },
          { label: 'Not yet', next: 'handover' },
        ],
      },
      { id: 'handover', type: 'assign', operator_id: null, next: 'done' },
      { id: 'done', type: 'end' },
    ],
  },
  created_at: '2025-11-18T12:00:00Z',
  updated_at: '2025-11-25T08:14:53Z',
};
