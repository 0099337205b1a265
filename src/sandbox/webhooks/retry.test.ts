import { describe, expect, test } from 'vitest';
import { pendingDelivery } from '../../../tests/webhooks/pending-delivery.ts';
import { judgeStatus } from './delivery.ts';
import type { Attempt, StoredDelivery } from './delivery.ts';
import { afterAttempt, giveUp, resend } from './retry.ts';

const START = Date.parse('2026-03-02T09:00:00Z');

const pending = (): StoredDelivery => pendingDelivery({ next_attempt_at: START });

function attempt(status: number, started: number, took = 0): Attempt {
  return {
    started_at: started,
    ended_at: started + took,
    duration_ms: took,
    headers: {},
    response: { status, body: '' },
    error: judgeStatus(status),
  };
}

/** The delivery after every attempt has failed, each `took` milliseconds long, and when they started. */
function failAll(delivery: StoredDelivery, took = 0): { delivery: StoredDelivery; starts: number[] } {
  const starts: number[] = [];
  let current = delivery;
  while (current.next_attempt_at !== null) {
    starts.push((current.next_attempt_at - START) / 1000);
    current = afterAttempt(current, attempt(500, current.next_attempt_at, took));
  }
  return { delivery: current, starts };
}

describe('a delivery', () => {
  test('is delivered by a 2xx and by nothing else', () => {
    for (const status of [200, 201, 202, 204, 299]) {
      expect(afterAttempt(pending(), attempt(status, START))).toMatchObject({
        status: 'delivered',
        next_attempt_at: null,
      });
    }
    for (const status of [301, 302, 307, 400, 401, 404, 410, 429, 500, 503]) {
      expect(afterAttempt(pending(), attempt(status, START)).status).toBe('pending');
    }
  });

  test('is retried after 10 s, 30 s, 2 min, 10 min and 30 min, then failed', () => {
    const { delivery, starts } = failAll(pending());
    expect(starts).toEqual([0, 10, 40, 160, 760, 2560]);
    expect(delivery).toMatchObject({ status: 'failed', failure: 'endpoint_failed', next_attempt_at: null });
    expect(delivery.attempts).toHaveLength(6);
  });

  test('has each pause counted from the end of the failed attempt', () => {
    expect(failAll(pending(), 7_000).starts).toEqual([0, 17, 54, 181, 788, 2595]);
  });

  test('that is done and sent again by hand gets one attempt', () => {
    const { delivery } = failAll(pending());
    const later = START + 3_600_000;
    const again = resend(delivery, later);
    expect(again).toMatchObject({ status: 'pending', failure: null, next_attempt_at: later });
    expect(afterAttempt(again, attempt(500, later))).toMatchObject({ status: 'failed', failure: 'endpoint_failed' });
    expect(afterAttempt(again, attempt(200, later))).toMatchObject({ status: 'delivered', failure: null });
  });

  test('that waits and is sent again by hand keeps its further retries', () => {
    const waiting = afterAttempt(pending(), attempt(500, START));
    const again = resend(waiting, START + 2_000);
    expect(again.next_attempt_at).toBe(START + 2_000);
    expect(afterAttempt(again, attempt(500, START + 2_000)).next_attempt_at).toBe(START + 32_000);
  });

  test('remembers its last 20 attempts', () => {
    let { delivery } = failAll(pending());
    for (let number = 0; number < 40; number += 1) {
      delivery = afterAttempt(resend(delivery, number), attempt(500, number));
    }
    expect(delivery.attempts).toHaveLength(20);
    expect(delivery.attempts.at(-1)?.started_at).toBe(39);
  });

  test('that is given up has no attempt to come', () => {
    expect(giveUp(pending(), 'webhook_deleted')).toMatchObject({
      status: 'failed',
      failure: 'webhook_deleted',
      next_attempt_at: null,
    });
  });
});

test('a redirect is told as one that is not followed', () => {
  expect(judgeStatus(302)?.message).toBe('The endpoint answered 302; redirects are not followed.');
  expect(judgeStatus(500)?.message).toBe('The endpoint answered 500.');
});
