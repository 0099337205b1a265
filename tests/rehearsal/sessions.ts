import { REPLAY_FORMAT, REPLAY_VERSION } from '../../src/sandbox/replay/replay-file.ts';
import type { ReplayFile, ReplayStep } from '../../src/sandbox/replay/replay-file.ts';
import { Seed } from '../../src/sandbox/seed/seed.ts';
import type { Kind } from '../../src/sandbox/records/collections.ts';

const seed = new Seed(1);
const idOf = (kind: Kind): string => {
  const id = seed.base(kind).rows.at(-1)?.value.id;
  if (id === undefined) throw new Error(`The sample data has no ${kind}`);
  return id;
};

type Call = readonly [line: string, body?: unknown, as?: ReplayStep['as']];

function session(...calls: Call[]): ReplayFile {
  return {
    format: REPLAY_FORMAT,
    version: REPLAY_VERSION,
    seed: 1,
    start: '2026-03-02T09:00:00.000Z',
    steps: calls.map(([line, body, as = 'admin']): ReplayStep => {
      const [method = '', path = ''] = line.split(' ');
      const sent = body === undefined ? {} : { body };
      return { after_ms: 1000, as, method: method as ReplayStep['method'], path: `/v1${path}`, ...sent };
    }),
  };
}

const [contact, conversation, message] = [idOf('contacts'), idOf('conversations'), idOf('messages')];
const [visitor, operator, chatbot] = [idOf('visitors'), idOf('operators'), idOf('chatbots')];
const spoken = seed.base('messages').byId.get(message)?.value.conversation_id ?? '';

/** What somebody does with each resource, and a session of somebody who may only read. */
export const sessions: Readonly<Record<string, ReplayFile>> = {
  contacts: session(
    ['GET /contacts?tag=vip&per_page=5'],
    ['POST /contacts', { email: 'rehearsal@example.com', name: 'Ann', tags: ['vip'] }],
    [`GET /contacts/${contact}`],
    [`PATCH /contacts/${contact}`, { company: 'Acme' }],
    ['POST /contacts/search?limit=2', { query: 'ann' }],
    ['POST /contacts', { email: 'rehearsal@example.com' }],
    [`DELETE /contacts/${contact}`],
  ),
  conversations: session(
    ['GET /conversations?status=open&limit=2'],
    [`GET /conversations/${conversation}`],
    [`POST /conversations/${conversation}/assign`, { operator_id: operator }],
    [`POST /conversations/${conversation}/close`],
    [`POST /conversations/${conversation}/reopen`],
  ),
  messages: session(
    [`GET /conversations/${spoken}/messages?limit=5`],
    [`GET /conversations/${spoken}/messages/${message}`],
    [`POST /conversations/${spoken}/messages`, { type: 'note', body: 'Look here' }],
  ),
  visitors: session(
    ['GET /visitors?online=true&limit=3'],
    [`GET /visitors/${visitor}`],
    [`GET /visitors/${visitor}/sessions?limit=2`],
    [`GET /visitors/${visitor}/pageviews?limit=2`],
  ),
  chatbots: session(['GET /chatbots?limit=2'], [`GET /chatbots/${chatbot}`], [`DELETE /chatbots/${chatbot}`]),
  operators: session(
    ['GET /operators?status=online'],
    [`GET /operators/${operator}`],
    [`GET /operators/${operator}/assignments?limit=2`],
  ),
  webhooks: session(
    ['GET /webhooks?limit=9'],
    ['POST /webhooks', { url: 'https://hooks.example.com/x', events: ['contact.created'] }],
  ),
  reader: session(
    [`GET /operators/${operator}`, undefined, 'read'],
    [`POST /conversations/${conversation}/close`, undefined, 'read'],
  ),
};
