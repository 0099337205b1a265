import { expect, test } from 'vitest';
import { fc } from '../fast-check.ts';
import { openClient } from '../webhooks/client.ts';
import type { Client } from '../webhooks/client.ts';

interface Conversation {
  readonly id: string;
  readonly status: 'open' | 'closed';
  readonly assigned_to: string | null;
  readonly messages_count: number;
  readonly closed_at?: string;
}

interface Message {
  readonly id: string;
  readonly type: string;
  readonly operator_id?: string;
}

/** One that nobody takes care of, one that somebody does, and one that is closed. */
const CONVERSATIONS = ['conv_jkl012', 'conv_abc123', 'conv_pqr678'];

const operator = fc.option(fc.constantFrom('op_xyz789', 'op_abc123', 'op_nobody'), { nil: undefined });
const actions = fc.array(
  fc.record({
    at: fc.constantFrom(...CONVERSATIONS),
    kind: fc.constantFrom('close', 'close', 'reopen', 'assign', 'reply', 'visitor', 'operator', 'note', 'bot'),
    operator,
  }),
  { minLength: 4, maxLength: 40 },
);
type Action = typeof actions extends fc.Arbitrary<(infer One)[]> ? One : never;

/** What an answer has to be, and what it makes of the conversation. */
interface Outcome {
  readonly status: number;
  readonly after?: Partial<Conversation>;
  readonly message?: Partial<Message>;
}

/** The rules, as the reference tells them. */
function outcome(before: Conversation, { kind, operator: named }: Action): Outcome {
  const { status, assigned_to, messages_count } = before;
  const counted = { messages_count: messages_count + 1 };
  if (kind === 'close') return status === 'closed' ? { status: 409 } : { status: 200, after: { status: 'closed' } };
  if (kind === 'reopen') return status === 'open' ? { status: 409 } : { status: 200, after: { status: 'open' } };
  if (kind === 'assign') {
    if (named === undefined || named === 'op_nobody') return { status: 422 };
    return { status: 200, after: { assigned_to: named } };
  }
  if (kind === 'visitor' || kind === 'bot') {
    return status === 'closed' ? { status: 409 } : { status: 201, after: counted, message: { type: kind } };
  }
  const author = named ?? assigned_to;
  if (named === 'op_nobody' || author === null) return { status: 422 };
  if (kind === 'operator' && status === 'closed') return { status: 409 };
  const message = { type: kind === 'note' ? 'note' : 'operator', operator_id: author };
  return { status: 201, after: kind === 'reply' ? { ...counted, status: 'open' } : counted, message };
}

/** A workspace, and beside it what its conversations should be. */
class World {
  readonly #client: Client;
  readonly #known = new Map<string, { conversation: Conversation; messages: string[] }>();

  constructor(client: Client) {
    this.#client = client;
  }

  async act(action: Action): Promise<void> {
    const known = await this.#look(action.at);
    const expected = outcome(known.conversation, action);
    const answer = await this.#send(action);
    expect(answer.status, JSON.stringify(action)).toBe(expected.status);
    if (expected.message) {
      const message = answer.body as Message;
      expect(message).toMatchObject(expected.message);
      known.messages.unshift(message.id);
    } else if (expected.after) {
      expect(answer.body).toMatchObject(expected.after);
    }
    known.conversation = { ...known.conversation, ...expected.after };
  }

  /** Everything is as it should be, in lists as well. */
  async check(): Promise<void> {
    for (const [id, { conversation, messages }] of this.#known) {
      const { status, assigned_to, messages_count } = conversation;
      const read = await this.#client.ask<Conversation>('GET', `/v1/conversations/${id}`);
      expect(read).toMatchObject({ status, assigned_to, messages_count });
      expect(read.closed_at !== undefined).toBe(status === 'closed');
      const list = await this.#client.ask<{ data: Message[] }>('GET', `/v1/conversations/${id}/messages?limit=100`);
      expect(list.data.map((message) => message.id)).toEqual(messages);
      const closed = await this.#client.ask<{ data: Conversation[] }>(
        'GET',
        '/v1/conversations?status=closed&per_page=100',
      );
      expect(closed.data.some((one) => one.id === id)).toBe(status === 'closed');
    }
  }

  async #look(id: string) {
    const known = this.#known.get(id);
    if (known) return known;
    const conversation = await this.#client.ask<Conversation>('GET', `/v1/conversations/${id}`);
    const { data } = await this.#client.ask<{ data: Message[] }>('GET', `/v1/conversations/${id}/messages?limit=100`);
    const learnt = { conversation, messages: data.map((message) => message.id) };
    this.#known.set(id, learnt);
    return learnt;
  }

  #send({ at, kind, operator: operator_id }: Action) {
    const path = `/v1/conversations/${at}`;
    const body = 'Hello';
    if (kind === 'close' || kind === 'reopen') return this.#client.send('POST', `${path}/${kind}`);
    if (kind === 'assign') return this.#client.send('POST', `${path}/assign`, { operator_id });
    if (kind === 'reply') return this.#client.send('POST', `${path}/reply`, { body, operator_id });
    const more = kind === 'bot' ? { chatbot_id: 'bot_abc123' } : kind === 'visitor' ? {} : { operator_id };
    return this.#client.send('POST', `${path}/messages`, { type: kind, body, ...more });
  }
}

test('conversations are assigned, answered, closed and opened again by the rules, in whatever order', async () => {
  const { client } = openClient();
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(actions, async (list) => {
      runs += 1;
      const world = new World(client.as(`sk_test_conversations${runs}`));
      for (const action of list) await world.act(action);
      await world.check();
    }),
    { numRuns: 60 },
  );
}, 120_000);
