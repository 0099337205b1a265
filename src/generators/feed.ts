import { escapeXml } from '../text/escape.ts';

/** What a feed is made of. Addresses are paths of the site. */
export interface Feed {
  site: URL;
  title: string;
  /** The page that shows the same entries. */
  page: string;
  /** The feed's own address. */
  feed: string;
  /** When something of it last changed, where it may have no entry. */
  updated?: Date;
  /** Newest first. */
  entries: FeedEntry[];
}

export interface FeedEntry {
  address: string;
  title: string;
  summary: string;
  date: Date;
  /** The whole text. */
  html: string;
  /** What a reader may choose by. */
  tags?: string[];
}

/**
 * An Atom feed.
 * @see https://www.rfc-editor.org/rfc/rfc4287
 */
export function atomFeed({ site, title, page, feed, entries, updated: latest = new Date(0) }: Feed): string {
  const link = (address: string) => escapeXml(new URL(address, site).href);
  const updated = (entries[0]?.date ?? latest).toISOString();
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `  <title>${escapeXml(title)}</title>`,
    `  <id>${link(page)}</id>`,
    `  <link href="${link(page)}"/>`,
    `  <link rel="self" type="application/atom+xml" href="${link(feed)}"/>`,
    `  <updated>${updated}</updated>`,
    '  <author><name>Orbinto</name></author>',
    ...entries.flatMap((entry) => [
      '  <entry>',
      `    <title>${escapeXml(entry.title)}</title>`,
      `    <id>${link(entry.address)}</id>`,
      `    <link href="${link(entry.address)}"/>`,
      `    <updated>${entry.date.toISOString()}</updated>`,
      ...(entry.tags ?? []).map((tag) => `    <category term="${escapeXml(tag)}"/>`),
      `    <summary>${escapeXml(entry.summary)}</summary>`,
      `    <content type="html">${escapeXml(entry.html)}</content>`,
      '  </entry>',
    ]),
    '</feed>',
    '',
  ].join('\n');
}

/**
 * A JSON feed, version 1.1.
 * @see https://www.jsonfeed.org/version/1.1/
 */
export function jsonFeed({ site, title, page, feed, entries }: Feed): object {
  const link = (address: string) => new URL(address, site).href;
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: link(page),
    feed_url: link(feed),
    language: 'en',
    authors: [{ name: 'Orbinto' }],
    items: entries.map((entry) => ({
      id: link(entry.address),
      url: link(entry.address),
      title: entry.title,
      summary: entry.summary,
      content_html: entry.html,
      date_published: entry.date.toISOString(),
      ...(entry.tags && { tags: entry.tags }),
    })),
  };
}
