import { expect, test } from 'vitest';
import { fc } from '../fast-check.ts';
import { openClient } from './client.ts';
import type { Client, Delivery } from './client.ts';

const START = Date.parse('2026-03-02T09:00:00Z');
const DELAYS = [10, 30, 120, 600, 1800];
const PROMISE = 5;

/** Something that a workspace is made to go through. */
type Step =
  | { kind: 'event'; webhook: 0 | 1 }
  | { kind: 'receiver'; status: number; delay: number }
  | { kind: 'advance'; seconds: number };

const steps = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constant('event' as const), webhook: fc.constantFrom(0 as const, 1 as const) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('receiver' as const),
        status: fc.constantFrom(200, 204, 302, 404, 500),
        delay: fc.constantFrom(0, 0, 1, 4, 10),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant('advance' as const), seconds: fc.integer({ min: 0, max: 900 }) }),
    },
  ),
  { minLength: 1, maxLength: 40 },
);

const EVENTS = ['contact.created', 'contact.updated'] as const;

async function run(client: Client, all: readonly Step[]): Promise<void> {
  await client.freeze('2026-03-02T09:00:00Z');
  for (const event of EVENTS) await client.createWebhook([event], `https://${event}.example.com/`);
  let number = 0;
  for (const step of all) {
    if (step.kind === 'receiver') await client.receive({ status: step.status, delay_ms: step.delay * 1000 });
    else if (step.kind === 'advance') await client.advance(step.seconds);
    else if (step.webhook === 0) await client.ask('POST', '/v1/contacts', { email: `c${(number += 1)}@example.com` });
    else await client.ask('PATCH', '/v1/contacts/con_abc123', { name: `Name ${(number += 1)}` });
  }
}

const secondsOf = (time: string): number => (Date.parse(time) - START) / 1000;

/** A delivery is where the schedule says, whatever it went through. */
function expectOnSchedule(delivery: Delivery, created: number): void {
  const { attempts, status, next_attempt_at } = delivery;
  const ends = attempts.map(({ ended_at }) => secondsOf(ended_at));
  attempts.forEach((attempt, index) => {
    const start = secondsOf(attempt.started_at);
    if (index === 0) expect(start - created).toBeLessThan(PROMISE);
    else expect(start).toBe((ends[index - 1] ?? 0) + (DELAYS[index - 1] ?? 0));
    const isLast = index === attempts.length - 1;
    expect(attempt.error === null).toBe(isLast && status === 'delivered');
    expect(secondsOf(attempt.ended_at) - start).toBeLessThanOrEqual(10);
  });
  if (status === 'pending' && attempts.length > 0) {
    expect(secondsOf(next_attempt_at ?? '')).toBe((ends.at(-1) ?? 0) + (DELAYS[attempts.length - 1] ?? 0));
  }
  if (status === 'failed') expect(attempts).toHaveLength(DELAYS.length + 1);
}

test('every delivery keeps to the schedule, whatever receiver and clock go through', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const { client, sandbox } = openClient();
      await run(client, all);
      const deliveries = (await client.deliveries('?per_page=100')).reverse();
      expect(deliveries).toHaveLength(all.filter(({ kind }) => kind === 'event').length);
      for (const delivery of deliveries) {
        const { timestamp } = JSON.parse(
          delivery.attempts[0]?.request.body ?? `{"timestamp":"${delivery.next_attempt_at}"}`,
        ) as {
          timestamp: string;
        };
        expectOnSchedule(delivery, secondsOf(timestamp));
      }
      for (const event of EVENTS) {
        const starts = deliveries
          .filter((one) => one.event === event)
          .flatMap(({ attempts: [first] }) => first?.started_at ?? []);
        expect(starts).toEqual([...starts].sort());
      }
      await sandbox.close();
    }),
    { numRuns: 150 },
  );
});

test(
  'in the end every delivery is delivered or has failed, and the same steps end the same',
  { timeout: 60_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const ends = await Promise.all(
          [1, 2].map(async () => {
            const { client, sandbox } = openClient();
            await run(client, all);
            await client.advance(86_400);
            const deliveries = await client.deliveries('?per_page=100');
            expect(deliveries.every(({ status }) => status !== 'pending')).toBe(true);
            const state = JSON.stringify(await client.ask('GET', '/_sandbox/state'));
            await sandbox.close();
            return [state, deliveries.map(({ id, attempts }) => [id, attempts.map(({ started_at }) => started_at)])];
          }),
        );
        expect(ends[0]).toEqual(ends[1]);
      }),
      { numRuns: 60 },
    );
  },
);
