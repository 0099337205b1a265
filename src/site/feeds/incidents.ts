import { getCollection, type CollectionEntry } from 'astro:content';
import type { Feed } from '../../generators/feed.ts';
import { escapeHtml } from '../../text/escape.ts';
import { incidentAnchor } from '../status/incidents-html.ts';
import type { Incident } from './status-feed.ts';

export type IncidentEntry = CollectionEntry<'incidents'>;

/** Incidents and maintenance, newest first. */
export async function incidents(): Promise<IncidentEntry[]> {
  const entries = await getCollection('incidents', ({ data }) => !data.example);
  return entries.sort((a, b) => b.data.started_at.getTime() - a.data.started_at.getTime());
}

/** An incident as the status feed tells it. @throws {Error} where its updates are in no order */
export function incidentOf({ id, data }: Pick<IncidentEntry, 'id' | 'data'>): Incident {
  const { title, kind, services, started_at: started, resolved_at: resolved, updates } = data;
  const times = updates.map(({ at }) => at.getTime());
  if (times.some((time, index) => time < (times[index - 1] ?? 0)))
    throw new Error(`content/incidents/${id}.md: its updates are not in the order of their times.`);
  return {
    id,
    kind,
    title,
    services,
    state: updates.at(-1)?.state ?? 'investigating',
    started_at: secondsOf(started),
    resolved_at: resolved && secondsOf(resolved),
    updates: updates.map(({ at, state, text }) => ({ at: secondsOf(at), state, text })),
  };
}

function secondsOf(time: Date): string {
  return `${time.toISOString().slice(0, 19)}Z`;
}

/** An entry for each update of each incident, newest first. @param feed The feed's own address. */
export async function incidentFeed(site: URL, feed: string): Promise<Feed> {
  const entries = (await incidents()).flatMap((entry) =>
    entry.data.updates.map(({ at, state, text }, index) => ({
      address: `/status/#${incidentAnchor(entry.id)}-${index + 1}`,
      title: `${entry.data.title}: ${state.replace('_', ' ')}`,
      summary: text,
      date: at,
      html: `<p>${escapeHtml(text)}</p>`,
      tags: [entry.data.kind, ...entry.data.services],
    })),
  );
  entries.sort((a, b) => b.date.getTime() - a.date.getTime());
  return { site, title: 'Orbinto API status', page: '/status/', feed, entries };
}
