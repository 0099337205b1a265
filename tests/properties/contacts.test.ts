import { expect, test } from 'vitest';
import { fc } from '../fast-check.ts';
import { openClient } from '../webhooks/client.ts';
import type { Answer, Client } from '../webhooks/client.ts';

interface Contact {
  readonly id: string;
  readonly email: string;
  readonly name: string | null;
  readonly tags: readonly string[];
  readonly custom_attributes: Readonly<Record<string, unknown>>;
}

type Fields = Partial<Omit<Contact, 'id'>>;

const EMAILS = ['ann@life.example.com', 'ANN@life.example.com', 'bob@life.example.com', 'cy@life.example.com'];
const NAMES = ['Ann Quixote', 'Bob Zephyr', 'Zephyr Quixote'];

const email = fc.constantFrom(...EMAILS);
const attributes = fc.dictionary(fc.constantFrom('plan', 'seats', '__proto__', 'a.b'), fc.jsonValue({ maxDepth: 2 }), {
  noNullPrototype: true,
  maxKeys: 3,
});
const fields: fc.Arbitrary<Fields> = fc.record(
  {
    name: fc.option(fc.constantFrom(...NAMES)),
    tags: fc.uniqueArray(fc.constantFrom('vip', 'lead'), { maxLength: 2 }),
  },
  { requiredKeys: [] },
);
const actions = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('create' as const), email, fields, attributes }),
    fc.record({ kind: fc.constant('update' as const), at: fc.nat(9), email: fc.option(email), fields, attributes }),
    fc.record({ kind: fc.constant('delete' as const), at: fc.nat(9) }),
    fc.record({ kind: fc.constant('search' as const), word: fc.constantFrom('quixote', 'ZEPHYR', 'ann@life', 'vip') }),
  ),
  { minLength: 4, maxLength: 40 },
);
type Action = typeof actions extends fc.Arbitrary<(infer One)[]> ? One : never;

/** A workspace, and beside it what it should hold. */
class World {
  readonly #client: Client;
  readonly #contacts = new Map<string, Contact>();
  /** Ids that were given out, gone ones too. */
  readonly #ids: string[] = [];

  constructor(client: Client) {
    this.#client = client;
  }

  async act(action: Action): Promise<void> {
    if (action.kind === 'search') return this.#search(action.word);
    if (action.kind === 'create') return this.#create({ ...action.fields, email: action.email }, action.attributes);
    const id = this.#ids.length === 0 ? 'con_nobody' : (this.#ids[action.at % this.#ids.length] as string);
    if (action.kind === 'delete') return this.#delete(id);
    const change = { ...action.fields, ...(action.email === null ? {} : { email: action.email }) };
    return this.#update(id, change, action.attributes);
  }

  /** Reads everything there ever was. */
  async check(): Promise<void> {
    for (const id of this.#ids) {
      const answer = await this.#client.send('GET', `/v1/contacts/${id}`);
      const known = this.#contacts.get(id);
      expect(answer.status).toBe(known ? 200 : 404);
      if (known) expect(answer.body).toMatchObject(known);
    }
    for (const address of EMAILS) {
      const { data } = await this.#client.ask<{ data: Contact[] }>('GET', `/v1/contacts?email=${address}`);
      expect(data.map(({ id }) => id)).toEqual(this.#holders(address).map(({ id }) => id));
    }
  }

  async #create(given: Fields & { email: string }, custom_attributes: Contact['custom_attributes']): Promise<void> {
    const isTaken = this.#holders(given.email).length > 0;
    const sent = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
    const answer = await this.#client.send<Contact>('POST', '/v1/contacts', { ...sent, custom_attributes });
    expect(answer.status).toBe(isTaken ? 409 : 201);
    if (isTaken) return;
    expect(this.#ids).not.toContain(answer.body.id);
    this.#ids.push(answer.body.id);
    this.#keep(answer, { id: answer.body.id, name: null, tags: [], ...given, custom_attributes });
  }

  async #update(id: string, change: Fields, patch: Contact['custom_attributes']): Promise<void> {
    const answer = await this.#client.send<Contact>('PATCH', `/v1/contacts/${id}`, {
      ...change,
      custom_attributes: patch,
    });
    const before = this.#contacts.get(id);
    if (!before) return expect(answer.status).toBe(404);
    const isTaken = change.email !== undefined && this.#holders(change.email).some((other) => other.id !== id);
    expect(answer.status).toBe(isTaken ? 409 : 200);
    if (!isTaken)
      this.#keep(answer, { ...before, ...change, custom_attributes: merge(before.custom_attributes, patch) });
  }

  async #delete(id: string): Promise<void> {
    const { status } = await this.#client.send('DELETE', `/v1/contacts/${id}`);
    expect(status).toBe(this.#contacts.delete(id) ? 204 : 404);
  }

  async #search(word: string): Promise<void> {
    const { data } = await this.#client.ask<{ data: Contact[] }>('POST', '/v1/contacts/search?limit=100', {
      query: word,
    });
    const found = data.map(({ id }) => id).filter((id) => this.#ids.includes(id));
    const matching = [...this.#contacts.values()].filter((contact) =>
      `${contact.name ?? ''}\n${contact.email}`.toLowerCase().includes(word.toLowerCase()),
    );
    expect(found.toSorted()).toEqual(matching.map(({ id }) => id).toSorted());
  }

  #holders(address: string): Contact[] {
    return [...this.#contacts.values()].filter((contact) => contact.email.toLowerCase() === address.toLowerCase());
  }

  /** What is expected is what was sent: JSON, in which −0 is 0. */
  #keep({ body }: Answer<Contact>, contact: Contact): void {
    const expected = JSON.parse(JSON.stringify(contact)) as Contact;
    expect(body).toMatchObject(expected);
    expect(Object.keys(body.custom_attributes).toSorted()).toEqual(Object.keys(expected.custom_attributes).toSorted());
    this.#contacts.set(expected.id, expected);
  }
}

/** @see https://www.rfc-editor.org/rfc/rfc7396 */
function merge(target: unknown, patch: unknown): Record<string, unknown> {
  const isObject = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  const merged = new Map(Object.entries(isObject(target) ? target : {}));
  for (const [name, value] of Object.entries(patch as object)) {
    if (value === null) merged.delete(name);
    else merged.set(name, isObject(value) ? merge(merged.get(name), value) : (value as unknown));
  }
  return Object.fromEntries(merged);
}

test('contacts are made, changed, found and deleted as a plain map of them is, in whatever order', async () => {
  const { client } = openClient();
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(actions, async (list) => {
      runs += 1;
      const world = new World(client.as(`sk_test_contacts${runs}`));
      for (const action of list) await world.act(action);
      await world.check();
    }),
    { numRuns: 60 },
  );
}, 120_000);
