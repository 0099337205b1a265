import { afterEach, expect, test, vi } from 'vitest';
import { ManualClock } from '../clock.ts';
import { hosted, retries } from '../generated/policies.ts';
import { MemoryRateLimitStore } from '../rate-limit/rate-limit-store.ts';
import { DeliveryQuota } from './delivery-quota.ts';
import { createWebhookSender } from './webhook-sender.ts';

afterEach(() => void vi.unstubAllGlobals());

function setUp(answer: () => Promise<Response> | Response, { allowsLocal = false, limit = 1 } = {}) {
  const clock = new ManualClock();
  const fetch = vi.fn((_url: string, _init: RequestInit) => Promise.resolve(answer()));
  vi.stubGlobal('fetch', fetch);
  const quota = new DeliveryQuota(limit, clock, new MemoryRateLimitStore());
  const send = createWebhookSender({ allowsLocal, quota, clock });
  const post = (url: string, signal = new AbortController().signal) =>
    send({ url, headers: { 'webhook-id': 'evt_1' }, body: '{}' }, signal);
  return { clock, fetch, post };
}

const URL_OF_HOOK = 'https://hooks.example.org/in';

test('a delivery is posted as it is, and no redirect is followed', async () => {
  const { fetch, post } = setUp(() => new Response('fine', { status: 201 }));
  expect(await post(URL_OF_HOOK)).toEqual({ status: 201, body: 'fine' });
  expect(fetch).toHaveBeenCalledExactlyOnceWith(
    URL_OF_HOOK,
    expect.objectContaining({ method: 'POST', headers: { 'webhook-id': 'evt_1' }, body: '{}', redirect: 'manual' }),
  );
});

test('nothing is sent to addresses that are not public, unless local ones are allowed, nor counted', async () => {
  const { fetch, post } = setUp(() => new Response());
  for (const url of ['http://127.0.0.1:9/', 'https://10.0.0.1/', 'https://printer.local/'])
    await expect(post(url), url).rejects.toMatchObject({ code: 'address_not_allowed' });
  expect(fetch).not.toHaveBeenCalled();
  await post(URL_OF_HOOK);
  const local = setUp(() => new Response(), { allowsLocal: true });
  await local.post('http://127.0.0.1:9/');
  expect(local.fetch).toHaveBeenCalledOnce();
});

test('no more are sent in a minute than the host lets through, and the log says so', async () => {
  const { fetch, post, clock } = setUp(() => new Response());
  await post(URL_OF_HOOK);
  await expect(post(URL_OF_HOOK)).rejects.toMatchObject({
    code: 'limit_reached',
    message: `This host sends ${hosted.deliveries_per_minute} deliveries a minute for one workspace.`,
  });
  clock.advance(60_000);
  await post(URL_OF_HOOK);
  expect(fetch).toHaveBeenCalledTimes(2);
});

test('of a long answer the beginning is read, and the connection hung up', async () => {
  const cancelled = vi.fn();
  const start = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
    const bytes = new Uint8Array(retries.logged_response_bytes - 1).fill(97);
    controller.enqueue(bytes);
    // The second character has its last byte beyond the limit.
    controller.enqueue(new TextEncoder().encode('bé'));
  };
  const { post } = setUp(() => new Response(new ReadableStream({ start, cancel: cancelled })));
  const { body } = await post(URL_OF_HOOK);
  expect(body).toBe(`${'a'.repeat(retries.logged_response_bytes - 1)}b`);
  expect(cancelled).toHaveBeenCalledOnce();
});

test('a character that comes in two pieces is one', async () => {
  const bytes = new TextEncoder().encode('aé!');
  const start = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
    for (const piece of [bytes.subarray(0, 2), bytes.subarray(2)]) controller.enqueue(piece);
    controller.close();
  };
  const { post } = setUp(() => new Response(new ReadableStream({ start })));
  expect((await post(URL_OF_HOOK)).body).toBe('aé!');
});

test('an answer without a body is empty', async () => {
  const { post } = setUp(() => new Response(null, { status: 204 }));
  expect(await post(URL_OF_HOOK)).toEqual({ status: 204, body: '' });
});

test('a connection that fails, or is given up, is told with its reason', async () => {
  const { post } = setUp(() => Promise.reject(new Error('refused')));
  const failed = { code: 'connection_failed', message: 'The connection failed (refused).' };
  await expect(post(URL_OF_HOOK)).rejects.toMatchObject(failed);
});

test('the time of an attempt is the one that is documented', async () => {
  const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort());
  try {
    const { post } = setUp(() => Promise.reject(new Error('aborted')));
    await expect(post(URL_OF_HOOK)).rejects.toMatchObject({ code: 'timeout' });
    expect(timeout).toHaveBeenCalledWith(retries.timeout_seconds * 1000);
  } finally {
    timeout.mockRestore();
  }
});

test('while a delivery is under way its object wakes after the longest attempt, and not once it has ended', async () => {
  const { promise, resolve } = Promise.withResolvers<Response>();
  const { clock, post } = setUp(() => promise, { limit: 5 });
  const wake = vi.spyOn(clock, 'wake');
  const sent = post(URL_OF_HOOK);
  expect(wake.mock.calls.map(([at]) => at)).toEqual([clock.now() + retries.timeout_seconds * 1000 + 5_000]);
  resolve(new Response());
  await sent;
});

test('who gives a delivery up ends its request', async () => {
  const { fetch, post } = setUp(() => new Response());
  const given = new AbortController();
  await post(URL_OF_HOOK, given.signal);
  const signal = fetch.mock.calls[0]?.[1].signal;
  expect(signal?.aborted).toBe(false);
  given.abort();
  expect(signal?.aborted).toBe(true);
});
