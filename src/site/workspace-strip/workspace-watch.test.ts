import { afterEach, expect, test, vi } from 'vitest';
import type { WorkspaceSummary } from '../../sandbox/control/summary.ts';
import { clockWords } from './words.ts';
import { WorkspaceWatch } from './workspace-watch.ts';

afterEach(() => void vi.useRealTimers());

const seen = (): WorkspaceSummary => ({
  clock: { now: new Date().toISOString(), frozen: false },
  limits: { plan: 'professional', minute: { limit: 9, remaining: 9 }, burst: { limit: 9, remaining: 9 } },
  records: {},
  deliveries: { pending: 0, delivered: 0, failed: 0 },
});

test('a summary that stays for want of a newer one is as old as it is: its clock is not behind', async () => {
  vi.useFakeTimers({ now: 0 });
  let look = () => Promise.resolve(seen());
  const watch = new WorkspaceWatch(() => look());
  await watch.look();
  look = () => Promise.reject(new Error('no answer'));
  vi.setSystemTime(10_000);
  await watch.look();
  expect(watch.lookedAt).toBe(0);
  expect(watch.summary && clockWords(watch.summary, watch.lookedAt)).toBe('');

  look = () => Promise.resolve(seen());
  await watch.look();
  expect(watch.lookedAt).toBe(10_000);
});
