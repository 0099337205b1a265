import { root } from 'astro:config/server';
import { readFile } from 'node:fs/promises';
import { incidentOf, incidents } from './incidents.ts';
import { parseStatusFeed } from './status-feed.ts';
import type { StatusFeed } from './status-feed.ts';

/**
 * The feed as it was when the site was built: the measurements of `content/status.json`, with the incidents of
 * `content/incidents/`. A running probe writes newer ones in its place.
 */
export async function statusFeed(): Promise<StatusFeed> {
  const feed = parseStatusFeed(JSON.parse(await readFile(new URL('content/status.json', root), 'utf8')));
  return { ...feed, incidents: (await incidents()).map(incidentOf) };
}
