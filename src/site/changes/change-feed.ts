import type { FeedEntry } from '../../generators/feed.ts';
import { changeHtml } from './change-html.ts';
import { anchorOf } from './releases.ts';
import type { IdentifiedChange } from './releases.ts';

/** A release as feeds tell it. */
export interface FeedRelease {
  version: string;
  title: string;
  summary: string;
  date: Date;
  /** Its prose as HTML. */
  html: string;
  changes: readonly IdentifiedChange[];
}

/** An entry for the release, with its prose, and one for each change that it made. */
export function feedEntries({ version, title, summary, date, html, changes }: FeedRelease, site: URL): FeedEntry[] {
  return [
    {
      address: `/changelog/#${anchorOf(version)}`,
      title: `${version}: ${title}`,
      summary,
      date,
      // Links that work outside the site.
      html: html.replaceAll('href="/', `href="${site.origin}/`),
    },
    ...changes.map((change) => changeEntry(version, date, change)),
  ];
}

/** A change as feeds tell it: what it is, whether it breaks, what to do. */
export function changeEntry(version: string, date: Date, change: IdentifiedChange): FeedEntry {
  const text = change.message.replaceAll('`', '');
  return {
    address: `/changelog/#${change.id}`,
    title: `${version}: ${change.severity === 'breaking' ? 'breaking: ' : ''}${text}`,
    summary: text,
    date,
    html: changeHtml(change),
    tags: [change.severity, change.kind, ...change.operations],
  };
}
