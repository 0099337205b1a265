import { root } from 'astro:config/server';
import { getCollection, type CollectionEntry } from 'astro:content';
import type { Feed } from '../../generators/feed.ts';
import { changeEntry, feedEntries } from '../changes/change-feed.ts';
import type { ChangesFile } from '../changes/changes-file.ts';
import { releasedDocument } from '../changes/changes-file.ts';
import { feedAddress, WHOLE_API } from '../changes/feed-address.ts';
import { anchorOf, computedChanges, NEXT } from '../changes/releases.ts';
import type { IdentifiedChange } from '../changes/releases.ts';
import { apiDocument, policies } from '../facts/spec.ts';

type Entry = CollectionEntry<'changelog'>;

/** One version as the changelog tells it: prose by people, changes computed from the documents. */
export interface Release {
  version: string;
  title: string;
  summary: string;
  /** Not of what is not released yet. */
  date: Date | undefined;
  /** Its text, where there is one. */
  entry: Entry | undefined;
  /** The version that its changes are computed against; none: it is the oldest whose document is kept. */
  since: string | undefined;
  changes: IdentifiedChange[];
}

let computing: ReturnType<typeof computedChanges> | undefined;

/** A build compares the documents once for all its pages; in dev they change. */
function computedOnce(): ReturnType<typeof computedChanges> {
  const compute = () => computedChanges(new URL('spec/', root), { document: apiDocument, policies });
  return import.meta.env.DEV ? compute() : (computing ??= compute());
}

/** All releases, newest first; before them what is not released yet, where there is something. */
export async function releases(): Promise<Release[]> {
  const entries = await getCollection('changelog');
  const computed = new Map((await computedOnce()).map((one) => [one.version, one]));
  const versions = [...new Set([...entries.map(({ data }) => data.version), ...computed.keys()])];
  return versions
    .map((version): Release => {
      const entry = entries.find(({ data }) => data.version === version);
      const { since, changes = [] } = computed.get(version) ?? {};
      const { title = 'Not released yet', summary = '', date } = entry?.data ?? {};
      if (version !== NEXT && !date) throw new Error(`content/changelog/${version}.md is missing, or has no date.`);
      return { version, title, summary, date, entry, since, changes };
    })
    .filter(({ version, changes }) => version !== NEXT || changes.length > 0)
    .sort((a, b) => (b.date?.getTime() ?? Infinity) - (a.date?.getTime() ?? Infinity));
}

/** The anchor of a release on the changelog page: `v1.0.0`. */
export function releaseAnchor({ version }: Release): string {
  return anchorOf(version);
}

/** `2026-11-24` → `24 November 2026` */
export function releaseDate(date: Date): string {
  return date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
}

/**
 * The changelog as both of its feeds tell it: an entry for each release, and one for each change that it made. What is not
 * released can still change, so it is left out.
 * @param feed The address of the feed that is made.
 */
export async function changelogFeed(site: URL, feed: string): Promise<Feed> {
  const entries = (await releases()).flatMap(({ date, entry, ...release }) =>
    date ? feedEntries({ ...release, date, html: entry?.rendered?.html ?? '' }, site) : [],
  );
  return { site, title: 'Orbinto API changelog', page: '/changelog/', feed, entries };
}

/** All that was computed, as a file, newest first; of what is not released yet, too. */
export async function changesFile(): Promise<ChangesFile> {
  const versions = await computedOnce();
  const names = [...new Set(versions.flatMap(({ version, since }) => [version, since]))];
  const documents = names.map((name) => [name, name === NEXT ? '/openapi.json' : releasedDocument(name)]);
  return { documents: Object.fromEntries(documents) as ChangesFile['documents'], versions };
}

/** The released changes of one operation or event, or those of the whole API. */
export async function ownFeed(site: URL, name: string): Promise<Feed> {
  const all = (await releases()).flatMap(({ date, version, changes }) => (date ? [{ date, version, changes }] : []));
  const isOwn = ({ operations }: IdentifiedChange): boolean =>
    name === WHOLE_API ? operations.length === 0 : operations.includes(name);
  return {
    site,
    title: name === WHOLE_API ? 'Orbinto API: changes of the whole API' : `Orbinto API: changes of ${name}`,
    page: name === WHOLE_API ? '/changelog/' : `/changelog/for-me/?operations=${encodeURIComponent(name)}`,
    feed: feedAddress(name),
    ...(all[0] && { updated: all[0].date }),
    entries: all.flatMap(({ date, version, changes }) =>
      changes.filter(isOwn).map((change) => changeEntry(version, date, change)),
    ),
  };
}
