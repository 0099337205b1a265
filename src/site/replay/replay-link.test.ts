import { expect, test } from 'vitest';
import { sandbox as policy } from '../../sandbox/generated/policies.ts';
import type { ReplayFile } from '../../sandbox/replay/replay-file.ts';
import { linkToReplay, unpackReplay } from './replay-link.ts';
import { takeReplayFragment } from './take-fragment.ts';

const file = (name: string): ReplayFile => ({
  format: 'orbinto-replay',
  version: 1,
  seed: 1,
  start: '2026-03-02T09:00:00.000Z',
  steps: [{ as: 'admin', method: 'POST', path: '/v1/contacts', body: { name } }],
});

/** A page that was opened with an address. */
function pageAt(address: string) {
  const location = new URL(address) as unknown as Location;
  const seen: string[] = [];
  const history = { state: null, replaceState: (_state: unknown, _title: string, url: string) => seen.push(url) };
  return { page: { location, history: history as unknown as History }, seen };
}

test('a session goes into a link and comes out of it, and the address forgets it at once', async () => {
  const given = file('Jane 😀 \u202e');
  const link = (await linkToReplay(given, 'https://site.example/sandbox/replay/')) ?? '';
  const { page, seen } = pageAt(link);
  const packed = takeReplayFragment(page);
  expect(seen).toEqual(['/sandbox/replay/']);
  expect(JSON.parse(await unpackReplay(packed ?? ''))).toEqual(given);
  expect(takeReplayFragment(pageAt('https://site.example/sandbox/replay/#how-it-works').page)).toBeUndefined();
});

test('a session that is too long has no link', async () => {
  const bytes = crypto.getRandomValues(new Uint8Array(policy.replay_link_characters));
  expect(await linkToReplay(file(Buffer.from(bytes).toString('base64')), 'https://site.example')).toBeUndefined();
});

test('a damaged link, and one that swells, say so in one line', async () => {
  const link = (await linkToReplay(file('Jane'), '')) ?? '';
  const packed = link.slice(link.indexOf('=') + 1);
  for (const damaged of [packed.slice(0, -9), `${packed}AAAA`, 'x', 'ä', '']) {
    await expect(unpackReplay(damaged)).rejects.toThrow('The link is damaged');
  }
  const bomb = (await linkToReplay(file('a'.repeat(policy.replay_characters)), '')) ?? '';
  await expect(unpackReplay(bomb.slice(bomb.indexOf('=') + 1))).rejects.toThrow('unpacks to more than');
  await expect(unpackReplay('A'.repeat(policy.replay_link_characters + 1))).rejects.toThrow('longer than');
});
