import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormatsModule from 'ajv-formats';
import { expect, test } from 'vitest';
import { parseStatusFeed } from './status-feed.ts';
import { statusFields, statusSchema } from './status-schema.ts';

const ajv = new Ajv2020({ strict: false });
const addFormats = addFormatsModule as unknown as (target: Ajv2020) => void;
addFormats(ajv);
const isFeed = ajv.compile(statusSchema);

type Loose = Record<string, unknown> & { services: Record<string, unknown>[] };

const published = async () =>
  JSON.parse(await readFile(new URL('../../../content/status.json', import.meta.url), 'utf8')) as Loose;

test('the feed that the site begins with is as documented and claims nothing that was not measured', async () => {
  const feed = parseStatusFeed(await published());
  expect(isFeed(await published())).toBe(true);
  expect(feed.services.length).toBeGreaterThan(0);
  if (feed.generated_at !== null) return;
  for (const { state, checked_at, response_ms, uptime_90_days, days } of feed.services)
    expect([state, checked_at, response_ms, uptime_90_days, days]).toEqual(['not_measured', null, null, null, []]);
});

const day = { date: '2026-11-29', checks: 1, degraded: 0, down: 0 };

/** What can be wrong, and how the reader calls it. The schema refuses the same. */
test.each<[string, (feed: Loose) => void]>([
  ['feed.version must be 1', (feed) => (feed['version'] = 2)],
  ['feed.generated_at must be a time or null', (feed) => (feed['generated_at'] = 'yesterday')],
  ['feed.stale_after_seconds must be a whole number', (feed) => (feed['stale_after_seconds'] = -1)],
  ['services must be an array', (feed) => (feed.services = {} as never)],
  ['services[0].state must be one of', ({ services: [api = {}] }) => (api['state'] = 'fine')],
  ['services[0].name must be a text', ({ services: [api = {}] }) => (api['name'] = '')],
  ['services[0].error must be a text', ({ services: [api = {}] }) => (api['error'] = 5)],
  ['services[0].days must be an array', ({ services: [api = {}] }) => delete api['days']],
  [
    'services[0].days[0].date must be a date',
    ({ services: [api = {}] }) => (api['days'] = [{ ...day, date: 'today' }]),
  ],
  [
    'services[0].days[0].down must be a whole number',
    ({ services: [api = {}] }) => (api['days'] = [{ ...day, down: 0.5 }]),
  ],
  ['incidents[0].kind must be one of', (feed) => (feed['incidents'] = [{ id: 'a', title: 'A' }])],
])('%s', async (message, edit) => {
  const feed = await published();
  edit(feed);
  expect(() => parseStatusFeed(feed)).toThrow(message);
  expect(isFeed(feed)).toBe(false);
});

test('something else than an object is refused', () => {
  expect(() => parseStatusFeed(null)).toThrow('feed must be an object');
});

test('every field has a line in its documentation', () => {
  const names = statusFields().map(({ name }) => name);
  expect(names).toContain('services[].days[].checks');
  expect(names).toContain('incidents[].updates');
  expect(statusFields().find(({ name }) => name === 'services[].state')?.values).toContain('degraded');
});
