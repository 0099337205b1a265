import { expect, test } from 'vitest';
import { preciseTimestamp } from '../clock.ts';
import { Workspace } from '../records/workspace.ts';
import { Seed } from '../seed/seed.ts';
import { addDeliveries, LOG_LIMITS, trimLog } from './delivery-log.ts';

const START = Date.parse('2026-03-02T09:00:00Z');

/** A workspace in which so many events happened, one a second, each delivered or failed. */
function workspaceWith(count: number, isFailed: (index: number) => boolean): { workspace: Workspace; ids: string[] } {
  const workspace = new Workspace('seeded', new Seed());
  const { webhooks, deliveries } = workspace.records;
  const created_at = preciseTimestamp(START);
  for (const { id } of [...webhooks.rows]) webhooks.delete(id);
  webhooks.put({
    id: 'wh_1',
    url: 'https://hooks.example.com/',
    events: ['contact.created'],
    description: null,
    status: 'active',
    created_at,
  });
  const ids = Array.from({ length: count }, (_, index) => {
    const [delivery] = addDeliveries(workspace, 'contact.created', () => '{}', START + index * 1000);
    if (!delivery) return expect.unreachable();
    const status = isFailed(index) ? 'failed' : 'delivered';
    return deliveries.put({ ...delivery, status, next_attempt_at: null }).id;
  });
  return { workspace, ids };
}

test.each([
  ['delivered', () => false],
  ['failed', () => true],
  ['delivered and failed in turns', (index: number) => index % 2 === 1],
] as const)('beyond its limit the log forgets the oldest deliveries that are done: %s', (_what, isFailed) => {
  const { workspace, ids } = workspaceWith(LOG_LIMITS.done + 3, isFailed);
  trimLog(workspace);
  const { deliveries, events } = workspace.records;
  expect(deliveries.rows.map(({ id }) => id)).toEqual(ids.slice(3));
  expect(events.rows).toHaveLength(LOG_LIMITS.done);
});
