import { describe, expect, test } from 'vitest';
import { Flow } from '../../../tests/oauth/flow.ts';
import { ADMIN_KEY, openSandbox } from '../../../tests/open-sandbox.ts';
import { ManualClock } from '../clock.ts';
import { operations } from '../generated/operations.ts';
import { consents } from '../generated/policies.ts';
import type { Scope } from '../generated/policies.ts';

function start() {
  const clock = new ManualClock();
  const sandbox = openSandbox({ clock });
  return { clock, sandbox, flow: new Flow((request) => sandbox.fetch(request)) };
}

const contact = (email: string): RequestInit => ({ method: 'POST', body: JSON.stringify({ email }) });

describe('a token', () => {
  test.each(Object.keys(consents) as Scope[])(
    'with %s may call the operations of that scope and no other',
    async (scope) => {
      const { flow } = start();
      const { access_token } = await flow.signIn({ scope });
      for (const operation of operations) {
        const path = `/v1${operation.path.replaceAll(/\{\w+\}/g, 'none')}`;
        const answer = await flow.call(access_token, path, { method: operation.method });
        expect(answer.status === 403, `${operation.id} with ${scope}`).toBe(operation.scope !== scope);
        expect(answer.status).not.toBe(401);
      }
    },
  );

  test('without the scope is told which one is missing', async () => {
    const { flow } = start();
    const { access_token } = await flow.signIn({ scope: 'contacts:read' });
    const answer = await flow.call(access_token, '/v1/contacts', contact('a@example.com'));
    expect(answer.status).toBe(403);
    expect(answer.headers.get('WWW-Authenticate')).toBe('Bearer error="insufficient_scope", scope="contacts:write"');
    expect(await answer.json()).toMatchObject({ error: { code: 'insufficient_scope', type: 'authentication_error' } });
  });

  test('opens the sample workspace, or the one that login_hint names', async () => {
    const { flow } = start();
    const scope = 'contacts:read contacts:write';
    const named = await flow.signIn({ scope, login_hint: 'mytestrun01' });
    const created = await flow.call(named.access_token, '/v1/contacts', contact('oauth@example.com'));
    expect(created.status).toBe(201);
    const { id } = (await created.json()) as { id: string };
    const path = `/v1/contacts/${id}`;
    expect((await flow.call('sk_test_mytestrun01', path)).status).toBe(200);
    expect((await flow.call(ADMIN_KEY, path)).status).toBe(404);
    const seeded = await flow.signIn({ scope });
    expect((await flow.call(seeded.access_token, path)).status).toBe(404);
  });

  test('of a hint that names no workspace opens the sample workspace, and the page says so', async () => {
    const { flow } = start();
    const page = await flow.ask({ login_hint: 'jane@example.com' });
    expect(await page.text()).toContain('sample workspace');
    expect(await (await flow.ask({ login_hint: 'mytestrun01' })).text()).toContain('mytestrun01');
  });
});

describe('the rate limit of tokens', () => {
  test('is that of the Professional plan, one for a client in a workspace', async () => {
    const { flow } = start();
    const remaining = async (token: string) => {
      const { headers } = await flow.call(token);
      expect(headers.get('X-RateLimit-Limit')).toBe('1000');
      return Number(headers.get('X-RateLimit-Remaining'));
    };
    const [one, two] = [await flow.signIn(), await flow.signIn()];
    expect(await remaining(one.access_token)).toBe(999);
    expect(await remaining(two.access_token)).toBe(998);
    expect(await remaining((await flow.signIn({ login_hint: 'mytestrun01' })).access_token)).toBe(999);
    const web = { client_id: 'client_web', client_secret: 'cs_test_web' };
    const code = await flow.code({ client_id: 'client_web' });
    const other = (await (await flow.exchange(code, web)).json()) as { access_token: string };
    expect(await remaining(other.access_token)).toBe(999);
    expect(await remaining(ADMIN_KEY)).toBe(999);
  });

  test('refuses the 101st request of a second', async () => {
    const { flow, clock } = start();
    const { access_token } = await flow.signIn();
    for (let i = 0; i < 100; i += 1) expect((await flow.call(access_token)).status).toBe(200);
    expect((await flow.call(access_token)).status).toBe(429);
    clock.advance(1000);
    expect((await flow.call(access_token)).status).toBe(200);
  });

  test('is not touched by the authorization server itself', async () => {
    const { flow } = start();
    const { headers } = await flow.exchange(await flow.code());
    expect([...headers.keys()].filter((name) => name.startsWith('x-ratelimit'))).toEqual([]);
  });
});

describe('the clock of a workspace', () => {
  const advance = (flow: Flow, key: string, advance_seconds: number) =>
    flow.call(key, '/_sandbox/clock', { method: 'POST', body: JSON.stringify({ advance_seconds }) });

  test('ends the codes and tokens of that workspace, and of no other', async () => {
    const { flow } = start();
    const seeded = await flow.signIn();
    const named = await flow.signIn({ login_hint: 'mytestrun01' });
    const code = await flow.code({ login_hint: 'mytestrun01' });
    await advance(flow, 'sk_test_mytestrun01', 60);
    expect((await flow.exchange(code)).status).toBe(400);
    await advance(flow, 'sk_test_mytestrun01', 3540);
    expect((await flow.call(named.access_token)).status).toBe(401);
    expect((await flow.call(seeded.access_token)).status).toBe(200);
    await advance(flow, 'sk_test_mytestrun01', 30 * 86_400);
    expect((await flow.refresh(named.refresh_token)).status).toBe(400);
    expect((await flow.refresh(seeded.refresh_token)).status).toBe(200);
  });
});

describe('the control interface', () => {
  test('takes no access token, and exports nothing of what was granted', async () => {
    const { flow } = start();
    const { access_token } = await flow.signIn({ scope: Object.keys(consents).join(' ') });
    expect((await flow.call(access_token, '/_sandbox/state')).status).toBe(403);
    const exported = await (await flow.call(ADMIN_KEY, '/_sandbox/state')).text();
    expect(exported).toContain('"records"');
    expect(exported).not.toMatch(/client_test|challenge|grants/);
  });
});

describe('a reset', () => {
  test('ends the tokens and codes of its workspace, and of no other', async () => {
    const { flow } = start();
    const seeded = await flow.signIn();
    const named = await flow.signIn({ login_hint: 'mytestrun01' });
    const code = await flow.code({ login_hint: 'mytestrun01' });
    await flow.call(named.access_token);
    const reset = await flow.call('sk_test_mytestrun01', '/_sandbox/reset', { method: 'POST' });
    expect(reset.status).toBe(204);
    expect((await flow.call(named.access_token)).status).toBe(401);
    expect((await flow.refresh(named.refresh_token)).status).toBe(400);
    expect((await flow.exchange(code)).status).toBe(400);
    expect((await flow.call(seeded.access_token)).status).toBe(200);
  });

  test('gives the clients of its workspace their limit back', async () => {
    const { flow } = start();
    await flow.call((await flow.signIn()).access_token);
    await flow.call(ADMIN_KEY, '/_sandbox/reset', { method: 'POST' });
    const { headers } = await flow.call((await flow.signIn()).access_token);
    expect(headers.get('X-RateLimit-Remaining')).toBe('999');
  });
});
