import { describe, expect, test } from 'vitest';
import { pendingDelivery } from '../../../tests/webhooks/pending-delivery.ts';
import { ManualClock } from '../clock.ts';
import { recipeFigures } from '../generated/policies.ts';
import { startAttempt } from './delivery-attempt.ts';
import type { AttemptContext, AttemptInput } from './delivery-attempt.ts';
import { judgeStatus, timedOut } from './delivery.ts';
import type { Attempt, StoredDelivery } from './delivery.ts';
import { SendError } from './send.ts';
import type { Send } from './send.ts';

const clock = new ManualClock();
/** The workspace's time, which is not the machine's. */
const NOW = 1_000_000;
const NETWORK = 'https://hooks.example.net/';

function input(change: Partial<StoredDelivery> = {}, more: Partial<AttemptInput> = {}): AttemptInput {
  const delivery = pendingDelivery({ next_attempt_at: NOW, ...change });
  const receiver = { status: 200, delay_ms: 7 };
  return { delivery, body: '{}', secret: 'whsec_c2VjcmV0', receiver, startedAt: NOW, ...more };
}

/** An attempt before, signed for this second. */
const attempted = (timestamp: number): Attempt => ({
  started_at: 0,
  ended_at: 0,
  duration_ms: 0,
  headers: { 'webhook-timestamp': String(timestamp) },
  response: null,
  error: null,
});

const answering =
  (status: number, took = 0): Send =>
  () => {
    clock.advance(took);
    return Promise.resolve({ status, body: 'text' });
  };

describe('to the built-in receiver', () => {
  test('the end is known at the start, by the time of the workspace', async () => {
    const attempt = await startAttempt(input(), { clock });
    expect(attempt.sentAt).toBeUndefined();
    expect(attempt.result).toMatchObject({ at: NOW + 7, outcome: { duration_ms: 7, response: { status: 200 } } });
    expect([NOW + 6, NOW + 7].map((now) => attempt.hasEnded(now))).toEqual([false, true]);
    if (attempt.result)
      expect(attempt.logEntry(attempt.result)).toMatchObject({
        started_at: NOW,
        ended_at: NOW + 7,
        headers: attempt.headers,
        error: null,
      });
  });

  test('it is where there is no network, whatever the address, and at its own address where there is one', async () => {
    const send = (): never => expect.unreachable();
    expect((await startAttempt(input({ url: NETWORK }), { clock })).result).toBeDefined();
    expect((await startAttempt(input(), { clock, send })).result).toBeDefined();
  });

  test('what is decided for the request takes the place of what was told for all', async () => {
    const received: unknown[] = [];
    const receive: AttemptContext['receive'] = (request) => {
      received.push(request);
      return Promise.resolve({ status: 503, delay_ms: 1 });
    };
    const attempt = await startAttempt(input(), { clock, receive });
    expect(received).toEqual([{ url: 'https://hooks.example.com/', headers: attempt.headers, body: '{}' }]);
    expect(attempt.result).toMatchObject({ at: NOW + 1, outcome: { response: { status: 503 } } });
  });

  test('the recipe of silence is about the first attempt', async () => {
    const silent = { recipe: 'webhook-timeout' } as const;
    expect((await startAttempt(input(silent), { clock })).result).toMatchObject({
      at: NOW + 10_000,
      outcome: { error: timedOut() },
    });
    expect((await startAttempt(input({ ...silent, attempts: [attempted(1)] }), { clock })).result?.at).toBe(NOW + 7);
  });
});

describe('over the network', () => {
  const sent = async (send: Send, change: Partial<StoredDelivery> = {}, ended = NOW + 5) => {
    const attempt = await startAttempt(input({ url: NETWORK, ...change }), { clock, send });
    expect([attempt.sentAt, attempt.result, attempt.hasEnded(Infinity)]).toEqual([clock.now(), undefined, false]);
    await attempt.send(send, clock, () => ended);
    return attempt.result;
  };

  test('it ends with the answer, and took what it took by the clock of the machine', async () => {
    expect(await sent(answering(200, 40))).toEqual({
      at: NOW + 5,
      outcome: { duration_ms: 40, response: { status: 200, body: 'text' }, error: null },
    });
    expect((await sent(answering(500)))?.outcome.error).toEqual(judgeStatus(500));
  });

  test('no answer is told as what it is, and took its time too; a clock that was put back takes none', async () => {
    const failing = (error: Error, took: number) =>
      sent(() => {
        clock.advance(took);
        return Promise.reject(error);
      });
    expect((await failing(new SendError('tls_failed', 'No.'), 3))?.outcome).toEqual({
      duration_ms: 3,
      response: null,
      error: { code: 'tls_failed', message: 'No.' },
    });
    expect((await failing(new Error('Lost'), 0))?.outcome.error).toEqual({
      code: 'connection_failed',
      message: 'Error: Lost',
    });
    const times = [5_000, 5_000, 5_000, 4_000];
    const back = { now: () => times.shift() ?? 4_000, wake: () => () => undefined };
    const attempt = await startAttempt(input({ url: NETWORK }), { clock: back, send: answering(200) });
    await attempt.send(answering(200), back, () => NOW);
    expect(attempt.result?.outcome.duration_ms).toBe(0);
  });

  test('an answer that a recipe loses is waited for until the end, or longer where it took longer', async () => {
    const lost = { recipe: 'webhook-timeout' } as const;
    expect(await sent(answering(200), lost)).toEqual({
      at: NOW + 10_000,
      outcome: { duration_ms: 10_000, response: null, error: timedOut() },
    });
    expect((await sent(answering(200), lost, NOW + 20_000))?.at).toBe(NOW + 20_000);
  });

  test('it is ended early where it is given up', async () => {
    const signals: AbortSignal[] = [];
    const send: Send = (_, signal) => {
      signals.push(signal);
      return new Promise(() => undefined);
    };
    const attempt = await startAttempt(input({ url: NETWORK }), { clock, send });
    void attempt.send(send, clock, () => NOW);
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
    attempt.abort();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  });
});

describe('the second that it is signed for', () => {
  const second = () => Math.floor(clock.now() / 1000);
  const signedFor = async (change: Partial<StoredDelivery> = {}) =>
    Number((await startAttempt(input(change), { clock })).headers['webhook-timestamp']);

  test('is that of the machine, and later than that of the attempt before', async () => {
    clock.advance(999 - (clock.now() % 1000));
    expect(await signedFor()).toBe(second());
    expect(await signedFor({ attempts: [attempted(second() - 5)] })).toBe(second());
    expect(await signedFor({ attempts: [attempted(second())] })).toBe(second() + 1);
    expect(await signedFor({ attempts: [attempted(second() + 7)] })).toBe(second() + 8);
    expect(await signedFor({ attempts: [{ ...attempted(0), headers: {} }] })).toBe(second());
  });

  test('is long ago where a recipe says so, once', async () => {
    const skewed = { recipe: 'webhook-clock-skew' } as const;
    expect(await signedFor(skewed)).toBe(second() - recipeFigures.clock_skew_seconds);
    expect(await signedFor({ ...skewed, attempts: [attempted(1)] })).toBe(second());
  });
});

test('what cannot be signed has failed at once, and was not sent', async () => {
  const send = (): never => expect.unreachable();
  const attempt = await startAttempt(input({ url: NETWORK }, { secret: 'whsec_%%' }), { clock, send });
  expect(attempt.sentAt).toBeUndefined();
  expect(attempt.headers).toEqual({ 'Content-Type': 'application/json', 'User-Agent': 'Orbinto-Webhooks/1.0' });
  expect(attempt.result).toEqual({
    at: NOW,
    outcome: {
      duration_ms: 0,
      response: null,
      error: { code: 'signing_failed', message: 'The delivery could not be signed here.' },
    },
  });
});
