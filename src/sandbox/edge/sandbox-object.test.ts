import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeNamespace, FakeState, FakeStorage } from '../../../tests/edge/fake-object.ts';
import { Client } from '../../../tests/webhooks/client.ts';
import { ManualClock } from '../clock.ts';
import { hosted, plans } from '../generated/policies.ts';
import { AlarmClock } from './alarm-clock.ts';
import type { ObjectClock } from './alarm-clock.ts';
import { SandboxObject } from './sandbox-object.ts';
import type { EdgeEnvironment } from './environment.ts';
import type { ObjectState } from './runtime.ts';
import { tell } from './told.ts';
import type { Purpose, Told } from './told.ts';

const DAY = 86_400_000;
const OBJECTS = new FakeNamespace(() => ({ fetch: () => Promise.resolve(new Response()) }));
const SOON = 6_000;

let time: ManualClock;
let storage: FakeStorage;
beforeEach(() => {
  time = new ManualClock();
  storage = new FakeStorage();
});

afterEach(() => void vi.unstubAllGlobals());

/** An object on a clock that the test moves. */
class TestObject extends SandboxObject {
  readonly #state: ObjectState;

  constructor(state: ObjectState, environment: Partial<EdgeEnvironment> = {}) {
    super(state, { OBJECTS, ...environment });
    this.#state = state;
  }

  protected override createClock(alarmAt: number | null, isKept: () => boolean): ObjectClock {
    return new AlarmClock(this.#state.storage, alarmAt, isKept, time);
  }

  protected override get timers() {
    return time;
  }
}

/** The object as it is when it is made, or has been put away: nothing is left of it but its storage. */
async function wake(environment?: Partial<EdgeEnvironment>): Promise<TestObject> {
  const state = new FakeState(storage);
  const object = new TestObject(state, environment);
  await state.started();
  return object;
}

const ADDRESS = '192.0.2.1';

/** Asks an object as the router does. */
function ask(object: SandboxObject, request: Request, given: Partial<Told> = {}): Promise<Response> {
  const sent = new Request(request);
  tell(sent.headers, { purpose: 'workspace', address: ADDRESS, ...given });
  return object.fetch(sent);
}

const clientOf = (object: SandboxObject, key = 'sk_test_mycompany', purpose: Purpose = 'workspace') =>
  new Client((request) => ask(object, request, { purpose }), 'https://sandbox.example', key);

const codeOf = ({ body }: { body: unknown }): string => (body as { error: { code: string } }).error.code;

/** Asks for the page of consent that sends its user back to an address. */
function consent(redirect_uri: string): Request {
  const query = new URLSearchParams({
    client_id: 'client_test',
    redirect_uri,
    response_type: 'code',
    scope: 'contacts:read',
    state: 's',
    code_challenge: 'x'.repeat(43),
    code_challenge_method: 'S256',
    login_hint: 'mycompany',
  });
  return new Request(`https://sandbox.example/oauth/authorize?${query.toString()}`);
}

describe('an object that was put away', () => {
  test('has what was answered, and goes on counting where it was', async () => {
    const client = clientOf(await wake(), 'sk_test_mycompany_free');
    await client.ask('POST', '/v1/contacts', { email: 'ann@example.com' });
    time.advance(SOON);
    const back = clientOf(await wake(), 'sk_test_mycompany_free');
    const answer = await back.send<{ data: unknown[] }>('GET', '/v1/contacts?email=ann@example.com');
    expect(answer.body.data).toHaveLength(1);
    const left = plans.free.requests_per_minute - 2;
    expect(answer.headers.get('X-RateLimit-Remaining')).toBe(String(left));
  });

  test('goes on with its deliveries by its alarm', async () => {
    const client = clientOf(await wake());
    await client.createWebhook(['contact.created']);
    await client.receive({ status: 500 });
    await client.ask('POST', '/v1/contacts', { email: 'ann@example.com' });
    await client.deliveries();
    await client.receive({ status: 200 });
    expect(storage.alarmAt).not.toBeNull();

    const object = await wake();
    time.advance(10_000);
    await object.alarm();
    time.advance(0);
    const [delivery] = await clientOf(object).deliveries();
    expect(delivery).toMatchObject({ status: 'delivered' });
    expect(delivery?.attempts).toHaveLength(2);
  });

  test('knows the pages of consent that were open', async () => {
    const page = await ask(await wake(), consent('http://localhost:4321/oauth/callback/'));
    const fields = [...(await page.text()).matchAll(/<input[^>]*\bname="([^"]*)"[^>]*\bvalue="([^"]*)"/g)];
    const body = new URLSearchParams(fields.map(([, name = '', value = '']) => [name, value.replaceAll('&amp;', '&')]));
    body.set('decision', 'approve');
    const url = 'https://sandbox.example/oauth/authorize';
    const answer = await ask(await wake(), new Request(url, { method: 'POST', body }));
    expect(new URL(answer.headers.get('Location') ?? '').searchParams.get('code')).toMatch(/^ac_test_/);
  });
});

test('an object that was killed at once has what was answered', async () => {
  await clientOf(await wake()).ask('POST', '/v1/contacts', { email: 'ann@example.com' });
  const back = await wake();
  time.advance(SOON);
  await back.alarm();
  const { data } = await clientOf(back).ask<{ data: unknown[] }>('GET', '/v1/contacts?email=ann@example.com');
  expect(data).toHaveLength(1);
});

describe('the keys that everybody knows', () => {
  test.each([
    ['POST', '/v1/contacts', { email: 'ann@example.com' }],
    ['PATCH', '/v1/contacts/con_abc123', { name: 'Ann' }],
    ['DELETE', '/v1/contacts/con_abc123', undefined],
    ['POST', '/v1/webhooks', { url: 'https://hooks.example.com/', events: ['contact.created'] }],
    ['POST', '/_sandbox/reset', undefined],
    ['GET', '/_sandbox/state', undefined],
    ['PUT', '/_sandbox/faults', { status: 500 }],
  ])('cannot %s %s, and are told what can', async (method, path, body) => {
    const answer = await clientOf(await wake(), 'sk_test_admin', 'address').send(method, path, body);
    expect([answer.status, codeOf(answer)]).toEqual([403, 'shared_workspace']);
    expect(JSON.stringify(answer.body)).toContain('A key of your own');
  });

  test('read, search and list', async () => {
    const client = clientOf(await wake(), 'sk_test_admin', 'address');
    expect((await client.send('GET', '/v1/contacts/con_abc123')).status).toBe(200);
    expect((await client.send('GET', '/v1/webhooks')).status).toBe(200);
    expect((await client.send('POST', '/v1/contacts/search', { query: 'amara' })).status).toBe(200);
  });

  test('of too low a level are told that first', async () => {
    const answer = await clientOf(await wake(), 'sk_test_read', 'address').send('DELETE', '/v1/contacts/con_abc123');
    expect(codeOf(answer)).toBe('insufficient_scope');
  });
});

describe('a workspace', () => {
  test('is controlled with its own key, from anywhere', async () => {
    const answer = await clientOf(await wake()).send('GET', '/_sandbox/clock');
    expect(answer.status).toBe(200);
  });

  test('sends no more deliveries a minute than it may, and refuses what would cause more', async () => {
    const client = clientOf(await wake());
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(null, { status: 204 })));
    const body = { url: 'https://hooks.example.net/', events: ['contact.updated'] };
    await client.ask('POST', '/v1/webhooks', body);
    let answer = await client.send('PATCH', '/v1/contacts/con_abc123', { name: 'Name' });
    for (let number = 0; answer.status === 200 && number <= 2 * hosted.deliveries_per_minute; number += 1) {
      time.advance(100);
      await client.deliveries('?limit=1');
      answer = await client.send('PATCH', '/v1/contacts/con_abc123', { name: `Name ${number}` });
    }
    expect([answer.status, codeOf(answer)]).toEqual([429, 'delivery_limit_reached']);
    expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0);
  });

  test('cannot have an endpoint flooded by moving its own clock: what goes beyond the limit is not sent', async () => {
    const sent = vi.fn(() => Promise.resolve(new Response(null, { status: 500 })));
    vi.stubGlobal('fetch', sent);
    const client = clientOf(await wake());
    await client.freeze();
    await client.ask('POST', '/v1/webhooks', { url: 'https://hooks.example.net/', events: ['contact.created'] });
    const events = Math.ceil(hosted.deliveries_per_minute / 3);
    for (let number = 0; number < events; number += 1)
      await client.ask('POST', '/v1/contacts', { email: `c${number}@example.com` });
    await client.advance(3_600);
    expect(sent).toHaveBeenCalledTimes(hosted.deliveries_per_minute);
    const failures = (await client.deliveries()).flatMap(({ attempts }) => attempts.map(({ error }) => error?.code));
    expect(new Set(failures)).toEqual(new Set(['unsuccessful_status', 'limit_reached']));
  });

  test('that is idle for long is deleted, and begins anew', async () => {
    const object = await wake();
    await clientOf(object).ask('DELETE', '/v1/contacts/con_abc123');
    time.advance(hosted.idle_days * DAY - 1);
    await object.alarm();
    expect((await clientOf(await wake()).send('GET', '/v1/contacts/con_abc123')).status).toBe(404);

    const later = await wake();
    time.advance(hosted.idle_days * DAY);
    await later.alarm();
    expect((await clientOf(later).send('GET', '/v1/contacts/con_abc123')).status).toBe(200);
  });
});

describe('what a host is told', () => {
  const statusOf = async (url: string, ORIGINS?: string): Promise<number> =>
    (await ask(await wake(ORIGINS === undefined ? {} : { ORIGINS }), consent(url))).status;

  test('names the sites that users may be sent back to, and no others', async () => {
    const origins = ' https://docs.example  https://other.example ';
    expect(await statusOf('https://docs.example/oauth/callback/', origins)).toBe(200);
    expect(await statusOf('https://other.example/oauth/callback/', origins)).toBe(200);
    expect(await statusOf('https://docs.example/elsewhere/', origins)).toBe(400);
    expect(await statusOf('https://docs.example/oauth/callback/')).toBe(400);
    expect(await statusOf('/oauth/callback/', origins)).toBe(400);
  });

  test('allows endpoints that are not public where it says so, and only there', async () => {
    const endpoint = { url: 'http://127.0.0.1:9/', events: ['contact.created'] };
    const create = async (LOCAL_WEBHOOKS: string) =>
      (await clientOf(await wake({ LOCAL_WEBHOOKS })).send('POST', '/v1/webhooks', endpoint)).status;
    expect([await create('off'), await create('on')]).toEqual([422, 201]);
  });

  test('enforces rate limits unless it says otherwise', async () => {
    const ask = async (RATE_LIMITS: string) => {
      const client = clientOf(await wake({ RATE_LIMITS }), 'sk_test_mycompany_free');
      const statuses = [];
      for (let count = 0; count <= plans.free.burst_per_second; count += 1)
        statuses.push((await client.send('GET', '/v1/operators')).status);
      return statuses.at(-1);
    };
    expect([await ask('off'), await ask('on')]).toEqual([200, 429]);
  });
});

test('a workspace is deleted as often as its time is over', async () => {
  const object = await wake();
  for (let turn = 0; turn < 2; turn += 1) {
    await clientOf(object).ask('DELETE', '/v1/contacts/con_abc123');
    time.advance(hosted.idle_days * DAY);
    await object.alarm();
    expect((await clientOf(object).send('GET', '/v1/contacts/con_abc123')).status).toBe(200);
  }
});
