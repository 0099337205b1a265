import { describe, expect, test } from 'vitest';
import type { WorkspaceSummary } from '../../sandbox/control/summary.ts';
import { isUntouched, lineOf } from './words.ts';

const NOW = Date.parse('2026-03-02T09:00:00Z');
const newest: [] = [];

const summary = (change: Partial<WorkspaceSummary> = {}): WorkspaceSummary => ({
  clock: { now: '2026-03-02T09:00:00Z', frozen: false },
  limits: { plan: 'professional', minute: { limit: 120, remaining: 120 }, burst: { limit: 20, remaining: 20 } },
  records: {},
  deliveries: { pending: 0, delivered: 0, failed: 0 },
  ...change,
});

describe('the strip', () => {
  test('says in one line what was made, delivered, moved and used', () => {
    const records = {
      contacts: { made: 2, changed: 0, deleted: 0, newest },
      webhooks: { made: 1, changed: 1, deleted: 1, newest },
    };
    const deliveries = { pending: 1, delivered: 2, failed: 0 };
    const clock = { now: '2026-03-02T11:00:00Z', frozen: true };
    expect(lineOf(summary({ records, deliveries, clock }), NOW)).toEqual([
      '3 records made, 1 changed, 1 deleted',
      '2 delivered, 1 waiting',
      'Clock: frozen, 2 h ahead of real time',
      '120 of 120 requests left',
    ]);
    const one = { contacts: { made: 0, changed: 1, deleted: 0, newest } };
    expect(lineOf(summary({ records: one }), NOW)[0]).toBe('1 record changed');
  });

  test('has nothing to say of a workspace as it was seeded, and has of each thing that is not', () => {
    expect(isUntouched(summary(), NOW)).toBe(true);
    const limits = { ...summary().limits, minute: { limit: 120, remaining: 119 } };
    const changes: Partial<WorkspaceSummary>[] = [
      { limits },
      { records: { contacts: { made: 0, changed: 0, deleted: 1, newest } } },
      { deliveries: { pending: 0, delivered: 0, failed: 1 } },
      { clock: { now: '2026-03-02T09:00:00Z', frozen: true } },
      { clock: { now: '2026-03-02T08:59:50Z', frozen: false } },
    ];
    for (const change of changes) expect(isUntouched(summary(change), NOW)).toBe(false);
  });
});
