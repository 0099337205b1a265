import { escapeXml } from '../text/escape.ts';

/** A feed as an outline names it. Addresses are whole. */
export interface OutlinedFeed {
  title: string;
  feed: string;
  page: string;
}

/**
 * A list of feeds as OPML, which feed readers import.
 * @see https://opml.org/spec2.opml
 */
export function opml(title: string, feeds: readonly OutlinedFeed[]): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<opml version="2.0">',
    `  <head><title>${escapeXml(title)}</title></head>`,
    '  <body>',
    ...feeds.map(({ title: text, feed, page }) => {
      const [name, xmlUrl, htmlUrl] = [text, feed, page].map(escapeXml);
      return `    <outline type="rss" version="ATOM" text="${name}" title="${name}" xmlUrl="${xmlUrl}" htmlUrl="${htmlUrl}"/>`;
    }),
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}
