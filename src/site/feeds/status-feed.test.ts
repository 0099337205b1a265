import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { parseStatusFeed } from './status-feed.ts';

const published = async () =>
  JSON.parse(await readFile(new URL('../../../public/status.json', import.meta.url), 'utf8')) as Record<
    string,
    unknown
  >;

test('the published feed is as documented and claims nothing that was not measured', async () => {
  const feed = parseStatusFeed(await published());
  expect(feed.services.length).toBeGreaterThan(0);
  if (feed.generated_at !== null) return;
  expect(feed.incidents).toEqual([]);
  for (const { state, checked_at, response_ms, uptime_90_days } of feed.services) {
    expect([state, checked_at, response_ms, uptime_90_days]).toEqual(['not_measured', null, null, null]);
  }
});

test('a feed with a fault is refused by the name of the field', async () => {
  const feed = await published();
  expect(() => parseStatusFeed(null)).toThrow('feed must be an object');
  expect(() => parseStatusFeed({ ...feed, version: 2 })).toThrow('feed.version must be 1');
  expect(() => parseStatusFeed({ ...feed, generated_at: 'yesterday' })).toThrow(
    'feed.generated_at must be a time or null',
  );
  expect(() => parseStatusFeed({ ...feed, services: [{ id: 'api', name: 'API', state: 'fine' }] })).toThrow(
    'services[0].state must be one of',
  );
});
