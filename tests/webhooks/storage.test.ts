import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ManualClock } from '../../src/sandbox/clock.ts';
import { retries } from '../../src/sandbox/generated/policies.ts';
import { SqliteStore } from '../../src/sandbox/store/sqlite-store.ts';
import { LOG_LIMITS } from '../../src/sandbox/webhooks/delivery-log.ts';
import { isOnWorkerd } from '../edge/hosted.ts';
import { openClient, until } from './client.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deliveries-'));
  file = join(folder, 'sandbox.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

const size = (): number => statSync(file).size + statSync(`${file}-wal`).size;

describe.skipIf(isOnWorkerd)('a data file', () => {
  test('stops growing once the log is full', { timeout: 60_000 }, async () => {
    const { client, sandbox } = openClient({ store: new SqliteStore(file, 1) });
    await client.freeze();
    const update = async (count: number): Promise<void> => {
      for (let number = 0; number < count; number += 1) {
        await client.ask('PATCH', '/v1/contacts/con_abc123', { name: `Name ${number}` });
        if (number % 100 === 99) await client.advance();
      }
    };
    await client.createWebhook(['contact.updated']);
    await update(LOG_LIMITS.done + 200);
    const full = size();
    await update(4 * LOG_LIMITS.done);
    expect(size()).toBeLessThan(1.5 * full);
    await sandbox.close();
  });

  test('that is full makes calls fail and loses no delivery that was answered for', async () => {
    const clock = new ManualClock();
    const store = new SqliteStore(file, 1);
    const reports: unknown[] = [];
    let status = 500;
    // As much as the log keeps of an answer: of all of them, more than what is left in the file's pages.
    const send = () => Promise.resolve({ status, body: 'x'.repeat(retries.logged_response_bytes) });
    const { client, sandbox } = openClient({ store, clock, send, report: (error) => reports.push(error) });
    await client.createWebhook(['contact.created'], 'https://hooks.example.org/');
    const { id } = await client.ask<{ id: string }>('POST', '/v1/contacts', { email: 'ann@example.com' });
    for (let number = 1; number < 30; number += 1)
      await client.ask('POST', '/v1/contacts', { email: `ann${number}@example.com` });
    await client.deliveries();
    status = 200;
    store.limitPages(1);
    // Ever smaller contacts, each size until none fits any more.
    let number = 0;
    for (let length = 65_536; length >= 1; length /= 4) {
      const create = () => {
        const body = { email: `c${(number += 1)}@example.com`, custom_attributes: { text: 'x'.repeat(length) } };
        return client.send('POST', '/v1/contacts', body);
      };
      let answer = await create();
      while (answer.status === 201) answer = await create();
      expect(answer).toMatchObject({ status: 500, body: { error: { code: 'internal_error' } } });
    }
    reports.length = 0;
    clock.advance(10_000);
    await until(() => reports.length > 0);
    store.limitPages(100_000);
    clock.advance(5_000);
    await until(async () => (await client.deliveries('?status=pending')).length === 0);
    const bodies = (await client.deliveries('?limit=100')).map(({ attempts }) => attempts.at(-1)?.request.body);
    expect(bodies.some((body) => body?.includes(id))).toBe(true);
    await sandbox.close();
  });

  test('keeps clock, faults, receiver and deliveries over a restart', async () => {
    const first = openClient({ store: new SqliteStore(file, 1) });
    await first.client.freeze();
    await first.client.receive({ status: 500, delay_ms: 7 });
    await first.client.createWebhook(['contact.created']);
    await first.client.ask('POST', '/v1/contacts', { email: 'ann@example.com' });
    await first.client.advance(1);
    await first.client.ask('PUT', '/_sandbox/faults', { status: 429, rate: 1 });
    const [before] = await first.client.deliveries();
    await first.sandbox.close();

    const second = openClient({ store: new SqliteStore(file, 1) });
    expect(await second.client.ask('GET', '/_sandbox/clock')).toEqual({ now: '2026-03-02T09:00:01Z', frozen: true });
    expect(await second.client.ask('GET', '/_sandbox/receiver')).toEqual({ status: 500, delay_ms: 7 });
    expect((await second.client.send('GET', '/v1/operators')).status).toBe(429);
    expect(await second.client.deliveries()).toEqual([before]);
    await second.sandbox.close();
  });
});
