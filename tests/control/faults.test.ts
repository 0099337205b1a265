import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { operations, violations } from '../contract/contract.ts';
import { exampleRequest } from '../contract/requests.ts';
import { openClient } from '../webhooks/client.ts';

describe('a fault', () => {
  test.each(operations)('answers $operationId with the documented errors instead of doing it', async (operation) => {
    const { client, sandbox } = openClient();
    const before = await client.ask('GET', '/_sandbox/state');
    const codes = {
      401: 'invalid_api_key',
      403: 'insufficient_scope',
      429: 'rate_limit_exceeded',
      500: 'internal_error',
    };
    for (const [status, code] of Object.entries(codes)) {
      await client.ask('PUT', '/_sandbox/faults', { status: Number(status) });
      const response = await sandbox.fetch(exampleRequest(operation, 'http://sandbox'));
      expect(response.status).toBe(Number(status));
      expect(await response.clone().json()).toMatchObject({ error: { code, status: Number(status) } });
      expect(response.headers.has('Retry-After')).toBe(status === '429');
      expect(await violations(operation, response)).toEqual([]);
    }
    await client.ask('PUT', '/_sandbox/faults', {});
    expect(await client.ask('GET', '/_sandbox/state')).toEqual(before);
    expect((await sandbox.fetch(exampleRequest(operation, 'http://sandbox'))).ok).toBe(true);
  });

  test('strikes the share of requests that it is told to, the same ones every time', async () => {
    const run = async (): Promise<number[]> => {
      const { client } = openClient();
      await client.ask('PUT', '/_sandbox/faults', { status: 500, rate: 0.3 });
      const statuses: number[] = [];
      for (let number = 0; number < 500; number += 1) statuses.push((await client.send('GET', '/v1/operators')).status);
      return statuses;
    };
    const statuses = await run();
    const failed = statuses.filter((status) => status === 500).length;
    expect(failed).toBeGreaterThan(110);
    expect(failed).toBeLessThan(190);
    expect(await run()).toEqual(statuses);
  });

  test('holds answers back, errors too, and the control interface not', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const { client } = openClient();
    await client.ask('PUT', '/_sandbox/faults', { latency_ms: 150 });
    for (const path of ['/v1/operators', '/v1/contacts/con_none']) {
      const answered = vi.fn();
      const answer = client.send('GET', path).then(answered);
      // What comes before the wait takes its turns, many on a busy machine.
      while (vi.getTimerCount() === 0) await new Promise(setImmediate);
      await vi.advanceTimersByTimeAsync(149);
      await client.ask('GET', '/_sandbox/faults');
      expect(answered).not.toHaveBeenCalled();
      await vi.advanceTimersByTimeAsync(1);
      await answer;
    }
    await client.ask('PUT', '/_sandbox/faults', { latency_ms: null });
    await client.send('GET', '/v1/operators');
  });

  test('is told, and cleared by null, by an empty order and by a reset', async () => {
    const { client } = openClient();
    const none = { latency_ms: 0, status: null, rate: 1 };
    expect(await client.ask('GET', '/_sandbox/faults')).toEqual(none);
    const order = { latency_ms: 5, status: 429, rate: 0.5 };
    expect(await client.ask('PUT', '/_sandbox/faults', order)).toEqual(order);
    expect(await client.ask('GET', '/_sandbox/faults')).toEqual(order);
    expect(await client.ask('PUT', '/_sandbox/faults', { ...order, status: null })).toEqual({ ...order, status: null });
    expect(await client.ask('PUT', '/_sandbox/faults', {})).toEqual(none);
    await client.ask('PUT', '/_sandbox/faults', order);
    await client.ask('POST', '/_sandbox/reset');
    expect(await client.ask('GET', '/_sandbox/faults')).toEqual(none);
  });

  test('of one workspace leaves the others alone', async () => {
    const { client } = openClient();
    await client.ask('PUT', '/_sandbox/faults', { status: 500, latency_ms: 50 });
    const other = client.as('sk_test_otherfaults');
    expect((await other.send('GET', '/v1/operators')).status).toBe(200);
    expect(await other.ask('GET', '/_sandbox/faults')).toMatchObject({ status: null });
  });

  test.each([
    [{ status: 503 }, 'status'],
    [{ status: 404 }, 'status'],
    [{ status: '500' }, 'status'],
    [{ status: 200 }, 'status'],
    [{ rate: 1.1 }, 'rate'],
    [{ rate: -0.1 }, 'rate'],
    [{ latency_ms: -1 }, 'latency_ms'],
    [{ latency_ms: 1.5 }, 'latency_ms'],
    [{ latency_ms: 60_001 }, 'latency_ms'],
    [{ latency: 5 }, 'latency'],
  ])('ordered as %j is refused', async (body, param) => {
    const { client } = openClient();
    expect(await client.send('PUT', '/_sandbox/faults', body)).toMatchObject({
      status: 422,
      body: { error: { param } },
    });
  });
});
