import { getCollection, type CollectionEntry } from 'astro:content';
import type { Feed } from '../../generators/feed.ts';

export type Release = CollectionEntry<'changelog'>;

/** All releases, newest first. */
export async function releases(): Promise<Release[]> {
  const entries = await getCollection('changelog');
  return entries.sort((a, b) => b.data.date.getTime() - a.data.date.getTime());
}

/** The anchor of a release on the changelog page: `v1.0.0`. */
export function releaseAnchor({ data }: Release): string {
  return `v${data.version}`;
}

/** `2026-11-24` → `24 November 2026` */
export function releaseDate({ data }: Release): string {
  return data.date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
}

/** The changelog as both of its feeds tell it; `feed` is the address of the one that is made. */
export async function changelogFeed(site: URL, feed: string): Promise<Feed> {
  const entries = (await releases()).map((release) => ({
    address: `/changelog/#${releaseAnchor(release)}`,
    title: `${release.data.version}: ${release.data.title}`,
    summary: release.data.summary,
    date: release.data.date,
    html: releaseHtml(release, site),
  }));
  return { site, title: 'Orbinto API changelog', page: '/changelog/', feed, entries };
}

/** The release's text as HTML whose links work outside the site. */
function releaseHtml({ rendered }: Release, site: URL): string {
  return (rendered?.html ?? '').replaceAll('href="/', `href="${site.origin}/`);
}
