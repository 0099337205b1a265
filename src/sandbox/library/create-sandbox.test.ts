import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { ManualClock } from '../clock.ts';
import { SandboxControlError } from './control-request.ts';
import { createSandbox } from './create-sandbox.ts';
import type { Sandbox, SandboxOptions } from './create-sandbox.ts';

const open: Sandbox[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((sandbox) => sandbox.close()));
});

function start(options?: SandboxOptions): Sandbox {
  const sandbox = createSandbox(options);
  open.push(sandbox);
  return sandbox;
}

const headers = { Authorization: 'Bearer sk_test_admin', 'Content-Type': 'application/json' };
const jane = { method: 'POST', headers, body: JSON.stringify({ email: 'jane@example.com' }) };
const createJane = ({ fetch }: Sandbox): Promise<Response> => fetch('/v1/contacts', jane);
const hook = (url: string): RequestInit => ({
  method: 'POST',
  headers,
  body: JSON.stringify({ url, events: ['contact.created'] }),
});

describe('fetch', () => {
  test('takes the address of the live API, a URL, a path alone and a request', async () => {
    const { fetch } = start();
    const address = 'https://api.orbinto.com/v1/operators';
    const answers = await Promise.all([
      fetch(address, { headers }),
      fetch(new URL(address), { headers }),
      fetch('/v1/operators', { headers }),
      fetch(new Request(address, { headers })),
      fetch(new Request(address), { headers }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  });

  test('sends no key of its own', async () => {
    expect((await start().fetch('/v1/operators')).status).toBe(401);
  });

  test('remembers what was written, in this sandbox and in no other', async () => {
    const [one, other] = [start(), start()];
    expect((await createJane(one)).status).toBe(201);
    expect((await createJane(one)).status).toBe(409);
    expect((await createJane(other)).status).toBe(201);
  });

  test('gives a client that has given up its own reason, before and while it waits', async () => {
    const sandbox = start({ clock: new ManualClock() });
    await sandbox.faults.set({ latency_ms: 60_000 });
    const abort = new AbortController();
    const answer = sandbox.fetch('/v1/operators', { headers, signal: abort.signal });
    abort.abort(new Error('too slow'));
    await expect(answer).rejects.toThrow('too slow');
    await expect(sandbox.fetch('/v1/operators', { headers, signal: abort.signal })).rejects.toThrow('too slow');
  });

  test('refuses what is no address as fetch does', async () => {
    await expect(start().fetch('https://')).rejects.toThrow(TypeError);
  });
});

describe('options', () => {
  test('the seed chooses the sample data', async () => {
    const list = async (sandbox: Sandbox) => (await sandbox.fetch('/v1/contacts', { headers })).text();
    expect(await list(start({ seed: 2 }))).not.toBe(await list(start()));
    expect(await list(start({ seed: 2 }))).toBe(await list(start({ seed: 2 })));
  });

  test('a clock of the caller tells the time', async () => {
    const clock = new ManualClock('2031-05-06T07:08:09Z');
    const contact = (await (await createJane(start({ clock }))).json()) as { created_at: string };
    expect(contact.created_at).toBe('2031-05-06T07:08:09Z');
  });

  test('limits that are off are told, and refuse nothing', async () => {
    const sandbox = start({ rateLimits: false, clock: new ManualClock() });
    const send = () => sandbox.fetch('/v1/operators', { headers: { Authorization: 'Bearer sk_test_free' } });
    const answers = await Promise.all(Array.from({ length: 200 }, send));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(answers[0]?.headers.has('X-RateLimit-Limit')).toBe(true);
  });

  test.each(['sk_test_short', 'sk_live_abcdefgh', 'nonsense', ''])('the key %j opens no workspace', (key) => {
    expect(() => createSandbox({ key })).toThrow(new RegExp(`^'${key}' is no key of a sandbox`));
  });
});

describe('the clock', () => {
  test('is moved by a duration, and what is due on the way is done', async () => {
    const sandbox = start({ clock: new ManualClock('2026-03-02T09:00:00Z') });
    expect(await sandbox.clock.get()).toEqual({ now: '2026-03-02T09:00:00Z', frozen: false });
    expect(await sandbox.clock.advance('10m')).toEqual({ now: '2026-03-02T09:10:00Z', frozen: false });
    expect(await sandbox.clock.advance(1500)).toMatchObject({ now: '2026-03-02T09:10:01.500Z' });
  });

  test('stands still, is set and goes on again', async () => {
    const clock = new ManualClock('2026-03-02T09:00:00Z');
    const sandbox = start({ clock });
    expect(await sandbox.clock.freeze('2027-01-01T00:00:00Z')).toEqual({ now: '2027-01-01T00:00:00Z', frozen: true });
    clock.advance(5_000);
    expect(await sandbox.clock.get()).toEqual({ now: '2027-01-01T00:00:00Z', frozen: true });
    expect(await sandbox.clock.set(new Date('2028-01-01T00:00:00Z'))).toMatchObject({ now: '2028-01-01T00:00:00Z' });
    expect(await sandbox.clock.unfreeze()).toEqual({ now: '2028-01-01T00:00:00Z', frozen: false });
    clock.advance(5_000);
    expect(await sandbox.clock.get()).toMatchObject({ now: '2028-01-01T00:00:05Z' });
    expect(await sandbox.clock.freeze()).toEqual({ now: '2028-01-01T00:00:05Z', frozen: true });
  });

  test('refuses what is no time', async () => {
    const { clock } = start();
    await expect(clock.advance('soon' as '1s')).rejects.toThrow("'soon' is no duration");
    await expect(clock.set(new Date('?'))).rejects.toThrow(TypeError);
    await expect(clock.set('tomorrow')).rejects.toMatchObject({ name: 'SandboxControlError', param: 'now' });
  });
});

test('failures are ordered, told and cleared', async () => {
  const sandbox = start();
  const status = async () => (await sandbox.fetch('/v1/operators', { headers })).status;
  expect(await sandbox.faults.set({ status: 500 })).toEqual({ latency_ms: 0, status: 500, rate: 1 });
  expect([await status(), await sandbox.faults.get()]).toEqual([500, { latency_ms: 0, status: 500, rate: 1 }]);
  await sandbox.faults.clear();
  expect(await status()).toBe(200);
  expect(await sandbox.faults.set({ recipe: 'flapping', count: 2 })).toMatchObject({ recipe: 'flapping', count: 2 });
  expect([await status(), await status(), await status(), await status()]).toEqual([500, 200, 500, 200]);
  await sandbox.faults.set({ recipe: 'lost-answer' });
  await expect(status()).rejects.toThrow(TypeError);
});

describe('deliveries', () => {
  test('are listed, fetched and sent again; the receiver answers as it is told', async () => {
    const sandbox = start({ clock: new ManualClock() });
    await sandbox.clock.freeze();
    await sandbox.fetch('/v1/webhooks', hook('https://shop.example.com/hooks'));
    expect(await sandbox.receiver.set({ status: 503 })).toEqual({ status: 503, delay_ms: 0 });
    await createJane(sandbox);
    await sandbox.deliveries.settled();
    const [delivery] = await sandbox.deliveries.list({ event: 'contact.created' });
    expect(delivery).toMatchObject({ status: 'pending', attempts: [{ response: { status: 503 } }] });
    expect(await sandbox.receiver.clear()).toEqual(await sandbox.receiver.get());
    await sandbox.deliveries.resend(delivery?.id ?? '');
    await sandbox.deliveries.settled();
    expect(await sandbox.deliveries.get(delivery?.id ?? '')).toMatchObject({ status: 'delivered' });
    expect(await sandbox.deliveries.list({ status: 'pending' })).toEqual([]);
  });

  test('are listed to the last, however many pages they fill', async () => {
    const sandbox = start({ clock: new ManualClock(), rateLimits: false });
    await sandbox.fetch('/v1/webhooks', hook('https://shop.example.com/hooks'));
    for (let sent = 0; sent < 130; sent += 1) await sandbox.events.emit('contact.created');
    const all = await sandbox.deliveries.list({ event: 'contact.created' });
    expect(new Set(all.map(({ id }) => id)).size).toBe(130);
  });

  test('of an id that is none are refused by that id', async () => {
    await expect(start().deliveries.get('dlv_none/../../reset')).rejects.toMatchObject({ status: 404 });
  });
});

test('an event happens to the record that is named', async () => {
  const { events } = start();
  const { event, data } = await events.emit('contact.updated', { id: 'con_abc123' });
  expect([event, data.id]).toEqual(['contact.updated', 'con_abc123']);
  await expect(events.emit('contact.updated', { id: 'con_none' })).rejects.toMatchObject({ status: 404 });
});

test('the state goes out and comes in again, and reset brings back the sample data', async () => {
  const sandbox = start();
  await createJane(sandbox);
  await sandbox.fetch('/v1/webhooks', hook('https://shop.example.com/hooks'));
  const state = await sandbox.export();
  await sandbox.reset();
  expect((await createJane(sandbox)).status).toBe(201);
  await sandbox.reset();
  const webhooks = await sandbox.import(state);
  expect(webhooks.some(({ url, secret }) => url === 'https://shop.example.com/hooks' && /^whsec_/.test(secret))).toBe(
    true,
  );
  expect((await createJane(sandbox)).status).toBe(409);
  expect(await sandbox.export()).toEqual(state);
});

test('a refusal is thrown with its status, its code and the member that was wrong', async () => {
  const refused = start().faults.set({ status: 418 });
  await expect(refused).rejects.toBeInstanceOf(SandboxControlError);
  await expect(refused).rejects.toMatchObject({
    status: 422,
    code: 'invalid_parameter',
    param: 'status',
    message: expect.stringMatching(/^The 'status' member must be one of /) as string,
    requestId: expect.stringMatching(/^req_/) as string,
  });
});

test('what has no method is asked by its path', async () => {
  const { control } = start();
  expect((await control('/clock')).status).toBe(200);
  expect((await control('/nowhere')).status).toBe(404);
});

test('another workspace is controlled by its key, and this one is not', async () => {
  const sandbox = start();
  const other = sandbox.forKey('sk_test_otherworkspace');
  await other.faults.set({ status: 500 });
  const status = async (key: string) =>
    (await sandbox.fetch('/v1/operators', { headers: { Authorization: `Bearer ${key}` } })).status;
  expect([await status(other.key), await status(sandbox.key)]).toEqual([500, 200]);
});

test('a test runner that has its timers in its own hand gets its answers, at its time', async () => {
  vi.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z') });
  onTestFinished(() => void vi.useRealTimers());
  const sandbox = start();
  expect(await (await createJane(sandbox)).json()).toMatchObject({ created_at: '2031-05-06T07:08:09Z' });
  await sandbox.events.emit('message.created');
  await sandbox.deliveries.settled();
  expect(await sandbox.deliveries.list({ status: 'delivered' })).toHaveLength(1);
  vi.advanceTimersByTime(5_000);
  expect(await sandbox.clock.get()).toMatchObject({ now: '2031-05-06T07:08:14Z' });
});
