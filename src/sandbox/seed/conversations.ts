import { Random } from '../random.ts';
import type { Records } from '../records/collections.ts';
import { COMMENTS, DIALOGUES } from './dialogues.ts';
import { later, seededId, timesBefore } from './ids-and-times.ts';
import { NAMED_CONVERSATIONS } from './named-conversations.ts';
import { OTHER_OPERATORS } from './operators.ts';
import type { Line, SeededConversation } from './seeded-conversation.ts';
import { knownVisitors } from './visitors.ts';

type Conversation = Records['conversations'];
type Message = Records['messages'];

const COUNT = 142;
const BOT = 'bot_abc123';
const MAYA = 'op_xyz789';
/** Maya takes every sixth of the conversations that no example names, up to this many. */
const MAYAS_SHARE = 20;

/** The seeded conversations, newest first. */
export function conversations(seed: number): SeededConversation[] {
  const times = timesBefore(seed, 'conversations', '2026-02-11T08:20:00Z', COUNT - NAMED_CONVERSATIONS.length, 9000);
  const people = knownVisitors(seed);
  return [
    ...NAMED_CONVERSATIONS,
    ...times.map((time, index) => {
      const random = new Random(`${seed}/conversation/${index}`);
      const { id, name, email } = random.pick(people);
      return randomConversation(random, seededId('conv', seed, index), { id, name, email }, time, index);
    }),
  ];
}

export function messages(spoken: readonly SeededConversation[]): Message[] {
  return spoken.flatMap(({ conversation, lines }) =>
    lines.map(({ id, time, line }) => message(conversation, id, time, line)),
  );
}

export function assignments(spoken: readonly SeededConversation[]): Records['assignments'][] {
  return spoken.flatMap(({ conversation: { id, assigned_to }, assignedAt }) =>
    assigned_to === null || assignedAt === null ? [] : [{ id, operator_id: assigned_to, assigned_at: assignedAt }],
  );
}

function randomConversation(
  random: Random,
  id: string,
  visitor: Conversation['visitor'],
  start: string,
  index: number,
): SeededConversation {
  const dialogue = random.pick(DIALOGUES);
  const operator = operatorFor(random, index, dialogue);
  let time = start;
  const lines = dialogue.map((line, number) => {
    if (number > 0) time = later(time, line[0] === 'b' ? 1 : random.between(15, 260));
    return { id: `msg_${id.slice(5)}${number}`, time, line };
  });
  const isClosed = index > 3 && random.chance(0.75);
  const closedAt = later(time, random.between(60, 900));
  const ratedAt = later(closedAt, random.between(30, 600));
  const isRated = isClosed && operator !== null && random.chance(0.4);
  const conversation: Conversation = {
    id,
    status: isClosed ? 'closed' : 'open',
    visitor,
    assigned_to: operator,
    created_at: start,
    updated_at: isRated ? ratedAt : isClosed ? closedAt : time,
    messages_count: lines.length,
    ...(isClosed && { closed_at: closedAt }),
    ...(isRated && { rating: { score: random.between(3, 5), comment: random.pick(COMMENTS), rated_at: ratedAt } }),
  };
  return { conversation, assignedAt: operator === null ? null : later(start, 4), lines };
}

/** Nobody where no operator speaks. */
function operatorFor(random: Random, index: number, dialogue: readonly Line[]): string | null {
  if (index % 6 === 2 && index / 6 < MAYAS_SHARE) return MAYA;
  return dialogue.some(([speaker]) => speaker === 'o') ? random.pick(OTHER_OPERATORS) : null;
}

function message(conversation: Conversation, id: string, created_at: string, [speaker, body]: Line): Message {
  const shared = { id, conversation_id: conversation.id };
  const operator_id = conversation.assigned_to ?? MAYA;
  switch (speaker) {
    case 'v':
      return { ...shared, type: 'visitor', body, visitor: conversation.visitor, created_at };
    case 'b':
      return { ...shared, type: 'bot', body, chatbot_id: BOT, created_at };
    case 'o':
      return { ...shared, type: 'operator', body, operator_id, created_at };
    case 'n':
      return { ...shared, type: 'note', body, operator_id, created_at };
  }
}
