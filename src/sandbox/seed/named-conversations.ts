import type { Records } from '../records/collections.ts';
import type { Line, SeededConversation } from './seeded-conversation.ts';

type Conversation = Records['conversations'];
type Said = readonly [id: string, time: string, ...Line];

/** The conversations that the documentation's examples name, newest first. */
export const NAMED_CONVERSATIONS: readonly SeededConversation[] = [
  namedConversation(
    {
      id: 'conv_abc123',
      status: 'open',
      visitor: { id: 'vis_ghi789', name: 'Jane Doe', email: 'jane@example.com' },
      assigned_to: 'op_xyz789',
    },
    '2026-02-11T10:31:04Z',
    [
      ['msg_jkl012', '2026-02-11T10:30:00Z', 'v', 'Hello?'],
      ['msg_ghi789', '2026-02-11T10:30:01Z', 'b', 'Hello, and welcome to our shop!'],
      ['msg_stu901', '2026-02-11T10:32:18Z', 'o', 'Hi Jane, this is Maya. What can I do for you?'],
      ['msg_abc123', '2026-02-11T10:34:10Z', 'n', 'Regular customer, please look after her quickly.'],
      ['msg_def456', '2026-02-11T10:35:22Z', 'v', 'Hi, I need help with my order'],
    ],
  ),
  namedConversation(
    {
      id: 'conv_def456',
      status: 'open',
      visitor: { id: 'vis_def456', name: 'Amara Okafor', email: 'amara.okafor@example.com' },
      assigned_to: 'op_xyz789',
    },
    '2026-02-11T10:24:47Z',
    [
      ['msg_d1', '2026-02-11T10:22:09Z', 'v', 'Good morning, has my order been sent yet?'],
      ['msg_d2', '2026-02-11T10:25:31Z', 'o', 'Good morning! I am asking the warehouse, one moment please.'],
      ['msg_d3', '2026-02-11T10:26:02Z', 'v', 'Thank you, no hurry.'],
    ],
  ),
  namedConversation(
    {
      id: 'conv_ghi789',
      status: 'open',
      visitor: { id: 'vis_stu901', name: 'Daniel Reyes', email: 'daniel.reyes@example.com' },
      assigned_to: 'op_xyz789',
    },
    '2026-02-11T10:09:52Z',
    [
      ['msg_g1', '2026-02-11T10:08:35Z', 'v', 'I have no tracking number for my parcel.'],
      ['msg_g2', '2026-02-11T10:11:20Z', 'o', 'I will look it up for you.'],
    ],
  ),
  namedConversation(
    {
      id: 'conv_jkl012',
      status: 'open',
      visitor: { id: 'vis_jkl012', name: 'Priya Nair', email: null },
      assigned_to: null,
    },
    null,
    [
      ['msg_j1', '2026-02-11T09:58:40Z', 'v', 'Do you have a shop in Leeds?'],
      ['msg_j2', '2026-02-11T09:58:41Z', 'b', 'Hello, and welcome to our shop!'],
    ],
  ),
  namedConversation(
    {
      id: 'conv_mno345',
      status: 'open',
      visitor: { id: 'vis_mno345', name: 'Sofia Lindqvist', email: 'sofia.lindqvist@example.com' },
      assigned_to: 'op_xyz789',
    },
    '2026-02-11T08:42:02Z',
    [
      ['msg_m1', '2026-02-11T08:41:17Z', 'v', 'The blanket I got has a hole.'],
      ['msg_m2', '2026-02-11T08:41:18Z', 'b', 'Hello, and welcome to our shop!'],
      ['msg_m3', '2026-02-11T08:43:26Z', 'o', 'I am sorry! Could you send us a photo to support@example.com?'],
      ['msg_m4', '2026-02-11T08:50:11Z', 'v', 'Sent.'],
      ['msg_m5', '2026-02-11T08:52:40Z', 'n', 'Weaving fault, replace it.'],
      ['msg_m6', '2026-02-11T08:54:03Z', 'o', 'Thank you. A new one leaves today, and you may keep the old one.'],
      ['msg_m7', '2026-02-11T08:55:37Z', 'v', 'That is generous, thank you!'],
    ],
  ),
  namedConversation(
    {
      id: 'conv_pqr678',
      status: 'closed',
      visitor: { id: 'vis_pqr678', name: 'Kenji Watanabe', email: 'kenji.watanabe@example.com' },
      assigned_to: 'op_abc123',
      closed_at: '2026-02-10T16:04:51Z',
      rating: { score: 5, comment: 'Quick and friendly, thank you!', rated_at: '2026-02-10T16:07:30Z' },
    },
    '2026-02-10T15:22:44Z',
    [
      ['msg_p1', '2026-02-10T15:22:03Z', 'v', 'Can I pick my order up instead of having it sent?'],
      ['msg_p2', '2026-02-10T15:22:04Z', 'b', 'Hello, and welcome to our shop!'],
      ['msg_p3', '2026-02-10T15:24:50Z', 'o', 'You can. Which order is it?'],
      ['msg_p4', '2026-02-10T15:25:32Z', 'v', '47020.'],
      ['msg_p5', '2026-02-10T15:31:08Z', 'o', 'It waits at the counter from tomorrow at nine.'],
      ['msg_p6', '2026-02-10T15:31:59Z', 'v', 'Could a friend collect it?'],
      ['msg_p7', '2026-02-10T15:33:15Z', 'o', 'Yes, with the order number.'],
      ['msg_p8', '2026-02-10T15:34:02Z', 'v', 'Perfect, thank you.'],
      ['msg_p9', '2026-02-10T16:04:20Z', 'o', 'You are welcome!'],
    ],
  ),
];

function namedConversation(
  facts: Omit<Conversation, 'created_at' | 'updated_at' | 'messages_count'>,
  assignedAt: string | null,
  said: readonly Said[],
): SeededConversation {
  const { id, status, visitor, assigned_to, ...end } = facts;
  const last = said.at(-1)?.[1] ?? '';
  const conversation: Conversation = {
    id,
    status,
    visitor,
    assigned_to,
    created_at: said[0]?.[1] ?? '',
    updated_at: end.rating?.rated_at ?? end.closed_at ?? last,
    messages_count: said.length,
    ...end,
  };
  return { conversation, assignedAt, lines: said.map(([message, time, ...line]) => ({ id: message, time, line })) };
}
