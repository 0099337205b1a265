import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { loadPolicies } from '../../src/openapi/document/load.ts';
import { recipes } from '../../src/sandbox/generated/recipes.ts';
import { SqliteStore } from '../../src/sandbox/store/sqlite-store.ts';
import { isOnWorkerd } from '../edge/hosted.ts';
import { openClient } from '../webhooks/client.ts';
import type { Client } from '../webhooks/client.ts';

const NONE = { latency_ms: 0, status: null, rate: 1 };
const { recipes: policy, retries } = await loadPolicies();

let client: Client;
beforeEach(() => {
  ({ client } = openClient());
});

const order = (body: object) =>
  client.send<{ error: { param: string; message: string } }>('PUT', '/_sandbox/faults', body);
const ask = async (path = '/v1/operators') => (await client.send('GET', path)).status;

describe('the recipes', () => {
  test('are listed, each with its name, what it does and what a page sees', async () => {
    const { data } = await client.ask<{ data: typeof recipes }>('GET', '/_sandbox/recipes');
    expect(data.map(({ name }) => name)).toEqual(policy.list.map(({ name }) => name));
    for (const { name, of, title, does, in_page } of data) {
      expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
      expect(of).toBe(name.startsWith('webhook-') ? 'webhooks' : 'requests');
      for (const text of [title, does, in_page]) expect(text).toMatch(/^[^{}]+$/);
    }
  });

  test('break what is promised: their figures are beyond what a client allows, or within', () => {
    expect(policy.late_seconds).toBeGreaterThan(retries.first_attempt_within_seconds);
    expect(policy.clock_skew_seconds).toBeGreaterThan(5 * 60);
    expect(policy.slow_headers_seconds).toBeLessThan(30);
  });
});

describe('an order', () => {
  test('of a recipe is told with how many requests it is for, counts down, and is gone with the last', async () => {
    expect(await client.ask('PUT', '/_sandbox/faults', { recipe: 'error-after-work', count: 2 })).toEqual({
      ...NONE,
      recipe: 'error-after-work',
      count: 2,
    });
    expect(await ask()).toBe(500);
    expect(await client.ask('GET', '/_sandbox/faults')).toMatchObject({ recipe: 'error-after-work', count: 1 });
    expect(await ask()).toBe(500);
    expect(await client.ask('GET', '/_sandbox/faults')).toEqual(NONE);
    expect(await ask()).toBe(200);
  });

  test('is for one request where it does not say', async () => {
    expect(await client.ask('PUT', '/_sandbox/faults', { recipe: 'error-after-work' })).toMatchObject({ count: 1 });
    expect([await ask(), await ask()]).toEqual([500, 200]);
  });

  test.each([{}, { recipe: null }, { latency_ms: 0 }])(
    'takes the place of the one before: %j clears it',
    async (body) => {
      await order({ recipe: 'flapping', count: 5 });
      expect(await client.ask('PUT', '/_sandbox/faults', body)).toEqual(NONE);
      expect(await ask()).toBe(200);
    },
  );

  test('is cleared by a reset, and kept by an import', async () => {
    await order({ recipe: 'flapping', count: 5 });
    const state = await client.ask('GET', '/_sandbox/state');
    await client.ask('PUT', '/_sandbox/state', state);
    expect(await client.ask('GET', '/_sandbox/faults')).toMatchObject({ recipe: 'flapping', count: 5 });
    await client.ask('POST', '/_sandbox/reset');
    expect(await client.ask('GET', '/_sandbox/faults')).toEqual(NONE);
  });

  test('is for one workspace', async () => {
    await order({ recipe: 'flapping' });
    expect((await client.as('sk_test_otherrecipes').send('GET', '/v1/operators')).status).toBe(200);
    expect(await ask()).toBe(500);
  });

  test('goes with a delay of all answers', async () => {
    expect((await order({ recipe: 'flapping', latency_ms: 1 })).body).toEqual({
      ...NONE,
      latency_ms: 1,
      recipe: 'flapping',
      count: 1,
    });
    expect(await ask()).toBe(500);
  });

  test.skipIf(isOnWorkerd)('outlives the process, with what is left of it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'recipes-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const open = () => openClient({ store: new SqliteStore(join(folder, 'sandbox.db'), 1) });
    let sandbox;
    ({ client, sandbox } = open());
    await order({ recipe: 'flapping', count: 3 });
    expect(await ask()).toBe(500);
    await sandbox.close();
    ({ client, sandbox } = open());
    // The one that is let through comes first.
    expect([await ask(), await ask(), await ask(), await ask(), await ask()]).toEqual([200, 500, 200, 500, 200]);
    await sandbox.close();
  });

  test.each([
    [{ recipe: 'lost-anwser' }, 'recipe'],
    [{ recipe: '' }, 'recipe'],
    [{ recipe: 'constructor' }, 'recipe'],
    [{ recipe: 'Lost-Answer' }, 'recipe'],
    [{ recipe: ['lost-answer'] }, 'recipe'],
    [{ recipe: 'lost-answer', count: 0 }, 'count'],
    [{ recipe: 'lost-answer', count: -1 }, 'count'],
    [{ recipe: 'lost-answer', count: 1.5 }, 'count'],
    [{ recipe: 'lost-answer', count: '2' }, 'count'],
    [{ recipe: 'lost-answer', count: policy.max_count + 1 }, 'count'],
    [{ count: 1 }, 'count'],
    [{ recipe: 'lost-answer', status: 500 }, 'status'],
    [{ recipe: 'lost-answer', rate: 0.5 }, 'rate'],
  ])('%j is refused, and changes nothing', async (body, param) => {
    await order({ recipe: 'flapping', count: 7 });
    expect(await order(body)).toMatchObject({ status: 422, body: { error: { code: 'invalid_parameter', param } } });
    expect(await client.ask('GET', '/_sandbox/faults')).toMatchObject({ recipe: 'flapping', count: 7 });
  });

  test('of an unknown name is told all names, in one line', async () => {
    const { body } = await order({ recipe: 'lost-anwser' });
    for (const { name } of recipes) expect(body.error.message).toContain(name);
    expect(body.error.message).not.toContain('\n');
  });

  test('of as many as there may be is taken', async () => {
    expect((await order({ recipe: 'flapping', count: policy.max_count })).status).toBe(200);
  });
});

describe('of requests that come at once', () => {
  test('as many meet a recipe as were ordered', async () => {
    await order({ recipe: 'error-after-work', count: 3 });
    const statuses = await Promise.all(Array.from({ length: 10 }, () => ask()));
    expect(statuses.filter((status) => status === 500)).toHaveLength(3);
    expect(await client.ask('GET', '/_sandbox/faults')).toEqual(NONE);
  });

  test('the order of two that is given last holds', async () => {
    await Promise.all([order({ recipe: 'flapping', count: 2 }), order({ recipe: 'error-after-work', count: 4 })]);
    expect(await client.ask('GET', '/_sandbox/faults')).toMatchObject({ recipe: 'error-after-work', count: 4 });
  });
});

test('a request that is refused for its key, its address or its form meets none', async () => {
  await order({ recipe: 'error-after-work' });
  expect((await client.as('sk_test_x').send('GET', '/v1/operators')).status).toBe(401);
  expect((await client.as('sk_test_read').send('POST', '/v1/contacts', { email: 'a@example.com' })).status).toBe(403);
  expect(await ask('/v1/nowhere')).toBe(404);
  expect(await ask('/v1/operators?nonsense=1')).toBe(400);
  expect((await client.send('POST', '/v1/contacts', '{')).status).toBe(400);
  await client.ask('GET', '/_sandbox/faults');
  expect(await ask()).toBe(500);
});

test('events meet no recipe of requests, and requests none of webhooks', async () => {
  await client.freeze();
  await client.createWebhook(['contact.created']);
  await order({ recipe: 'flapping' });
  await client.trigger('contact.created');
  expect(await client.ask('GET', '/_sandbox/faults')).toMatchObject({ count: 1 });
  await order({ recipe: 'webhook-late' });
  expect(await ask()).toBe(200);
  expect(await client.ask('GET', '/_sandbox/faults')).toMatchObject({ count: 1 });
});
