import { expect, test } from 'vitest';
import { opml } from './opml.ts';

test('feeds are an outline that a reader imports, whatever they are called', () => {
  const feeds = [
    { title: 'Changes & "more"', feed: 'https://example.com/feed?a=1&b=2', page: 'https://example.com/changes/' },
    { title: 'Status', feed: 'https://example.com/status.xml', page: 'https://example.com/status/' },
  ];
  expect(opml('Feeds <all>', feeds)).toBe(`<?xml version="1.0" encoding="utf-8"?>
<opml version="2.0">
  <head><title>Feeds &lt;all&gt;</title></head>
  <body>
    <outline type="rss" version="ATOM" text="Changes &amp; &quot;more&quot;" title="Changes &amp; &quot;more&quot;" xmlUrl="https://example.com/feed?a=1&amp;b=2" htmlUrl="https://example.com/changes/"/>
    <outline type="rss" version="ATOM" text="Status" title="Status" xmlUrl="https://example.com/status.xml" htmlUrl="https://example.com/status/"/>
  </body>
</opml>
`);
});
