import { expect, test } from 'vitest';
import { fc } from '../fast-check.ts';
import { openClient } from '../webhooks/client.ts';
import type { Client } from '../webhooks/client.ts';

interface Item {
  readonly id: string;
  readonly secret?: string;
}

/** A resource that is made and deleted; `change` is what a PATCH may send, where it takes one. */
interface Resource {
  readonly path: string;
  readonly create: fc.Arbitrary<object>;
  readonly change?: fc.Arbitrary<object>;
}

const step = { id: 'one', type: 'message', text: 'Hello', next: 'two' };
const workflow = { entry_step: 'one', steps: [step, { id: 'two', type: 'end' }] };
const name = fc.constantFrom('Greeter', 'Night shift', '🦊');
const status = fc.constantFrom('draft', 'active');
const EVENTS = ['contact.created', 'contact.updated', 'message.created', 'chatbot.triggered'];

const RESOURCES: readonly (readonly [string, Resource])[] = [
  [
    'chatbots',
    {
      path: '/v1/chatbots',
      create: fc.record({ name, workflow: fc.constant(workflow), status }),
      change: fc.record({ name, status }, { requiredKeys: [] }),
    },
  ],
  [
    'webhooks',
    {
      path: '/v1/webhooks',
      create: fc.record({
        url: fc.nat(9).map((number) => `https://hooks.example.com/${number}`),
        events: fc.uniqueArray(fc.constantFrom(...EVENTS), { minLength: 1 }),
        description: fc.option(fc.constantFrom('Help desk'), { nil: undefined }),
      }),
    },
  ],
];

/** Does one thing to the records of a workspace and to a plain map of them. */
async function act(client: Client, { path, change }: Resource, known: Map<string, object>, ids: string[], draw: Draw) {
  const id = ids.length === 0 ? 'xx_nobody' : (ids[draw.at % ids.length] as string);
  const before = known.get(id);
  if (draw.kind === 'create') {
    const { status: code, body } = await client.send<Item>('POST', path, draw.body);
    expect(code).toBe(201);
    expect(ids).not.toContain(body.id);
    ids.push(body.id);
    const { secret: _secret, ...kept } = body;
    expect(kept).toMatchObject(JSON.parse(JSON.stringify(draw.body)) as object);
    known.set(body.id, kept);
  } else if (draw.kind === 'delete') {
    expect((await client.send('DELETE', `${path}/${id}`)).status).toBe(before ? 204 : 404);
    known.delete(id);
  } else if (change && draw.change) {
    const answer = await client.send<object>('PATCH', `${path}/${id}`, draw.change);
    expect(answer.status).toBe(before ? 200 : 404);
    const { updated_at: _updated, ...rest } = { ...before, ...draw.change } as Record<string, unknown>;
    if (before) expect(answer.body).toMatchObject(rest);
    if (before) known.set(id, answer.body);
  } else {
    expect((await client.send('PATCH', `${path}/${id}`, {})).status).toBe(change ? (before ? 200 : 404) : 405);
  }
}

interface Draw {
  readonly kind: 'create' | 'change' | 'delete';
  readonly at: number;
  readonly body: object;
  readonly change: object | undefined;
}

test.each(RESOURCES)(
  '%s are made, changed, listed and deleted as a plain map of them is',
  async (what, resource) => {
    const { client: root } = openClient();
    const actions: fc.Arbitrary<Draw[]> = fc.array(
      fc.record({
        kind: fc.constantFrom('create' as const, 'create' as const, 'change' as const, 'delete' as const),
        at: fc.nat(9),
        body: resource.create,
        change: resource.change ?? fc.constant(undefined),
      }),
      { minLength: 3, maxLength: 40 },
    );
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(actions, async (list) => {
        runs += 1;
        const client = root.as(`sk_test_${what}${runs}`);
        const [known, ids] = [new Map<string, object>(), [] as string[]];
        for (const draw of list) await act(client, resource, known, ids, draw);
        const { data } = await client.ask<{ data: Item[] }>('GET', `${resource.path}?limit=100`);
        const made = data.filter(({ id }) => ids.includes(id));
        // Newest first, as they were made; a secret is never shown again.
        expect(made).toEqual([...known.values()].reverse().map((record) => expect.objectContaining(record) as object));
        expect(data.some((record) => record.secret !== undefined)).toBe(false);
      }),
      { numRuns: 40 },
    );
  },
  120_000,
);

test('visitors can be read by no other means than GET, and no write elsewhere takes one away', async () => {
  const { client: root } = openClient();
  let runs = 0;
  const paths = fc.constantFrom('', '/vis_abc123', '/vis_abc123/sessions', '/vis_abc123/pageviews');
  const writes = fc.array(fc.tuple(fc.constantFrom('POST', 'PUT', 'PATCH', 'DELETE'), paths), { maxLength: 10 });
  await fc.assert(
    fc.asyncProperty(
      writes,
      fc.array(fc.constantFrom('con_abc123', 'con_def456', 'con_ghi789')),
      async (list, gone) => {
        runs += 1;
        const client = root.as(`sk_test_visitors${runs}`);
        const total = async (): Promise<number> =>
          (await client.ask<{ pagination: { total: number } }>('GET', '/v1/visitors?per_page=1')).pagination.total;
        const before = await total();
        for (const [method, path] of list) {
          expect((await client.send(method, `/v1/visitors${path}`, {})).status).toBe(405);
        }
        for (const id of gone) await client.send('DELETE', `/v1/contacts/${id}`);
        const { data } = await client.ask<{ data: { contact_id: string | null }[] }>(
          'GET',
          '/v1/visitors?per_page=100',
        );
        expect(
          data.some(({ contact_id }) => contact_id !== null && (gone as readonly string[]).includes(contact_id)),
        ).toBe(false);
        expect(await total()).toBe(before);
      },
    ),
    { numRuns: 20 },
  );
}, 120_000);
