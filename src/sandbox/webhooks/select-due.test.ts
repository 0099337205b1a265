import { describe, expect, test } from 'vitest';
import { pendingDelivery } from '../../../tests/webhooks/pending-delivery.ts';
import { DeliveryAttempt } from './delivery-attempt.ts';
import type { StoredDelivery } from './delivery.ts';
import { MAX_ATTEMPTS_UNDER_WAY, ORDERING_TIMEOUT, selectDue } from './select-due.ts';

const NOW = 1_000_000;

function delivery(id: string, change: Partial<StoredDelivery> = {}): StoredDelivery {
  return pendingDelivery({ id, webhook_id: 'wh_a', next_attempt_at: NOW, ...change });
}

/** A retry of a delivery that has failed once. */
function retry(id: string, change: Partial<StoredDelivery> = {}): StoredDelivery {
  const attempt = { started_at: 0, ended_at: 0, duration_ms: 0, headers: {}, response: null, error: null };
  return delivery(id, { attempts: [attempt], retries: 1, ...change });
}

function flying(started: StoredDelivery, sentAt: number | undefined): Map<string, DeliveryAttempt> {
  const receiver = { status: 200, delay_ms: 0 };
  const input = { delivery: started, body: '{}', secret: 'whsec_', receiver, startedAt: NOW };
  return new Map([[started.id, new DeliveryAttempt(input, {}, sentAt)]]);
}

/** The ids that are started. */
function started(
  waiting: StoredDelivery[],
  underWay: Map<string, DeliveryAttempt> = new Map(),
  moment: Partial<{ now: number; clock: number; since: number }> = {},
): string[] {
  return selectDue(waiting, underWay, { now: NOW, clock: NOW, since: 0, ...moment }).start.map(({ id }) => id);
}

describe('what is due', () => {
  test('is started, the rest is waited for', () => {
    const waiting = [delivery('dlv_1'), delivery('dlv_2', { webhook_id: 'wh_b', next_attempt_at: NOW + 5 })];
    expect(selectDue(waiting, new Map(), { now: NOW, clock: NOW, since: 0 })).toMatchObject({
      start: [{ id: 'dlv_1' }],
      nextAt: NOW + 5,
    });
  });

  test('goes out one by one to each webhook, oldest first', () => {
    expect(started([delivery('dlv_2'), delivery('dlv_1'), delivery('dlv_3', { webhook_id: 'wh_b' })])).toEqual([
      'dlv_1',
      'dlv_3',
    ]);
  });

  test('goes out after the answer to the one before it', () => {
    const before = delivery('dlv_1');
    expect(started([before, delivery('dlv_2')], flying(before, NOW))).toEqual([]);
    expect(started([delivery('dlv_2')])).toEqual(['dlv_2']);
  });

  test('waits for nobody when it is a retry, and holds nobody up', () => {
    const before = delivery('dlv_1');
    expect(started([before, retry('dlv_2')], flying(before, NOW))).toEqual(['dlv_2']);
    const retrying = retry('dlv_1');
    expect(started([retrying, delivery('dlv_2')], flying(retrying, NOW))).toEqual(['dlv_2']);
  });
});

describe('a delivery behind an endpoint that does not answer', () => {
  const before = delivery('dlv_1');
  const behind = [before, delivery('dlv_2'), delivery('dlv_3')];

  test('goes out once the endpoint was given its time', () => {
    const waiting = selectDue(behind, flying(before, NOW), { now: NOW, clock: NOW + ORDERING_TIMEOUT - 1, since: 0 });
    expect(waiting.start).toEqual([]);
    expect(waiting.blockedUntil).toBe(NOW + ORDERING_TIMEOUT);
    expect(started(behind, flying(before, NOW), { clock: NOW + ORDERING_TIMEOUT })).toEqual(['dlv_2', 'dlv_3']);
  });

  test('goes out within the 5 seconds that are promised, however slow the endpoint was before', () => {
    expect(ORDERING_TIMEOUT).toBeLessThan(5_000);
    const underWay = flying(delivery('dlv_0'), NOW + 2_900);
    expect(started(behind, underWay, { now: NOW + ORDERING_TIMEOUT, clock: NOW + ORDERING_TIMEOUT })).toEqual([
      'dlv_1',
      'dlv_2',
      'dlv_3',
    ]);
  });

  test('goes out in order after a pause in which nothing could be sent', () => {
    expect(started(behind, new Map(), { now: NOW + 60_000, since: NOW + 60_000 })).toEqual(['dlv_1']);
  });

  test('waits by the workspace clock where the receiver is the built-in one', () => {
    expect(started(behind, flying(before, undefined), { clock: NOW + 60_000 })).toEqual([]);
    expect(started(behind, flying(before, undefined), { now: NOW + ORDERING_TIMEOUT })).toEqual(['dlv_2', 'dlv_3']);
  });
});

test('no more attempts are under way at once than there may be', () => {
  const many = Array.from({ length: 200 }, (_, number) => delivery(`dlv_${number}`, { webhook_id: `wh_${number}` }));
  expect(started(many)).toHaveLength(MAX_ATTEMPTS_UNDER_WAY);
});
