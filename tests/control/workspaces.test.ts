import { beforeEach, describe, expect, test } from 'vitest';
import { ManualClock } from '../../src/sandbox/clock.ts';
import { sandbox as policy } from '../../src/sandbox/generated/policies.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
import { ADMIN_KEY } from '../open-sandbox.ts';
import { Client, openClient } from '../webhooks/client.ts';
import { expectOver, make } from './made-workspace.ts';
import type { Made, Refusal } from './made-workspace.ts';

let clock: ManualClock;
let nobody: Client;
beforeEach(() => {
  clock = new ManualClock();
  const { client } = openClient({ clock });
  nobody = client.as('');
});

const secondsLeft = ({ expires_at }: Made): number => (Date.parse(expires_at) - clock.now()) / 1000;

describe('a workspace that is made', () => {
  test('takes no key, and comes with one that opens it, its end and a link', async () => {
    const made = await make(nobody);
    expect(made).toMatchObject({ workspace: expect.stringMatching(/^temporary[0-9a-z]{26}$/) as string });
    expect(made.key).toBe(`sk_test_${made.workspace}`);
    expect(secondsLeft(made)).toBe(policy.life_seconds);
    expect((await nobody.as(made.key).send('POST', '/v1/contacts', { email: 'a@example.com' })).status).toBe(201);
    expect(await nobody.as(made.key).ask('GET', '/_sandbox/workspaces')).toEqual(made);
  });

  test('has a name that is not made twice', async () => {
    const names = new Set<string>();
    for (let number = 0; number < 50; number += 1) {
      names.add((await make(nobody)).workspace);
      clock.advance(60_000);
    }
    expect(names.size).toBe(50);
  });

  test('has the name that it is given, where the sandbox is told how to find one', async () => {
    const workspace = 'temporary00000000000000000000000001';
    const sandbox = createSandbox({ newWorkspaceName: () => workspace });
    expect(await make(new Client((request) => sandbox.fetch(request)), {})).toMatchObject({ workspace });
  });

  test('has a link with its key in the fragment, which no server is sent', async () => {
    const { key, panel_url } = await make(nobody);
    const url = new URL(panel_url);
    expect(`${url.origin}${url.pathname}${url.search}`).toBe('https://developers.orbinto.com/guides/sandbox/');
    expect(new URLSearchParams(url.hash.slice(1)).get('workspace')).toBe(key);
  });

  test('is another than all others', async () => {
    const [one, two] = [await make(nobody), await make(nobody)];
    await nobody.as(one.key).ask('POST', '/v1/contacts', { email: 'a@example.com' });
    expect((await nobody.as(two.key).send('POST', '/v1/contacts', { email: 'a@example.com' })).status).toBe(201);
  });

  test.each([
    [{ expires_in: policy.least_life_seconds }, policy.least_life_seconds],
    [{ expires_in: policy.most_life_seconds }, policy.most_life_seconds],
    [{ expires_in: null }, policy.life_seconds],
    [{}, policy.life_seconds],
  ])('lives as long as %j says', async (body, seconds) => {
    expect(secondsLeft(await make(nobody, body))).toBe(seconds);
  });

  test.each([
    [{ expires_in: policy.least_life_seconds - 1 }, 'expires_in'],
    [{ expires_in: policy.most_life_seconds + 1 }, 'expires_in'],
    [{ expires_in: 90.5 }, 'expires_in'],
    [{ expires_in: '90' }, 'expires_in'],
    [{ expires: 90 }, 'expires'],
  ])('is not made for %j', async (body, param) => {
    const answer = await nobody.send<Refusal>('POST', '/_sandbox/workspaces', body);
    expect(answer).toMatchObject({ status: 422, body: { error: { param } } });
  });
});

describe('a key that looks like one of a made workspace', () => {
  test('opens nothing where nobody made it', async () => {
    await expectOver('sk_test_temporary00000000000000000000000000', nobody);
  });

  test.each(['sk_test_temporary', 'sk_test_temporaryworkspace', 'sk_test_Temporary00000000000000000000000000'])(
    'is one of a workspace of that name where it only begins so: %s',
    async (key) => {
      expect((await nobody.as(key).send('GET', '/v1/operators')).status).toBe(200);
    },
  );
});

test.each([ADMIN_KEY, 'sk_test_mycompany'])(
  'the workspace of %s has no end to move, and is not deleted',
  async (key) => {
    const owner = nobody.as(key);
    expect(await owner.ask('GET', '/_sandbox/workspaces')).toMatchObject({ key, expires_at: null });
    for (const method of ['PATCH', 'DELETE']) {
      const answer = await owner.send<Refusal>(method, '/_sandbox/workspaces', method === 'PATCH' ? {} : undefined);
      expect(answer).toMatchObject({ status: 409, body: { error: { code: 'workspace_without_end' } } });
    }
    expect((await owner.send('GET', '/v1/operators')).status).toBe(200);
  },
);

test('an address makes a few a minute, and is told when the next', async () => {
  const sandbox = createSandbox({ clock });
  const ask = (address: string) =>
    sandbox.fetch(new Request('http://sandbox/_sandbox/workspaces', { method: 'POST' }), { address });
  for (let number = 0; number < policy.made_per_minute; number += 1) expect((await ask('127.0.0.1')).status).toBe(201);
  const refused = await ask('127.0.0.1');
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('Retry-After'))).toBe(60);
  expect(await refused.json()).toMatchObject({ error: { code: 'too_many_workspaces' } });
  expect((await ask('127.0.0.2')).status).toBe(201);
  clock.advance(60_000);
  expect((await ask('127.0.0.1')).status).toBe(201);
});

test('other machines make none, unless they are allowed to', async () => {
  for (const [remoteControl, status] of [
    [false, 403],
    [true, 201],
  ] as const) {
    const sandbox = createSandbox({ clock, remoteControl });
    const request = new Request('http://sandbox/_sandbox/workspaces', { method: 'POST' });
    expect((await sandbox.fetch(request, { address: '203.0.113.7' })).status).toBe(status);
  }
});
