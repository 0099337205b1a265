import { expect, test } from 'vitest';
import { atomFeed, jsonFeed, type Feed } from './feed.ts';

const feed: Feed = {
  site: new URL('https://developers.example.com'),
  title: 'Changes & more',
  page: '/changelog/',
  feed: '/changelog/feed',
  entries: [
    {
      address: '/changelog/#v2',
      title: '2 <b>',
      summary: 'a "quote"',
      date: new Date('2026-02-02'),
      html: '<p>1 & 2</p>',
    },
    { address: '/changelog/#v1', title: '1', summary: 'bell \u0007', date: new Date('2026-01-01'), html: '' },
  ],
};

test('an Atom feed escapes what XML reads as markup and drops what it cannot hold', () => {
  const xml = atomFeed(feed);
  expect(xml).toContain('<title>Changes &amp; more</title>');
  expect(xml).toContain('<title>2 &lt;b&gt;</title>');
  expect(xml).toContain('<content type="html">&lt;p&gt;1 &amp; 2&lt;/p&gt;</content>');
  expect(xml).toContain('<summary>bell </summary>');
});

test('an Atom feed was updated when its newest entry was', () => {
  expect(atomFeed(feed)).toContain('<updated>2026-02-02T00:00:00.000Z</updated>');
});

test('both feeds identify an entry by its absolute address', () => {
  expect(atomFeed(feed)).toContain('<id>https://developers.example.com/changelog/#v2</id>');
  expect(jsonFeed(feed)).toMatchObject({ items: [{ id: 'https://developers.example.com/changelog/#v2' }, {}] });
});
