/** The feeds, judged by others: the schema of the standard, and two readers that must find all that is in them. */
import { extractFromJson } from '@extractus/feed-extractor';
import { parseFeed } from '@rowanmanning/feed-parser';
import { parseAtomFeed, parseJsonFeed, parseOpml } from 'feedsmith';
import { ParseOption, RelaxNGValidator, XmlDocument } from 'libxml2-wasm';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { dist, root } from '../../scripts/paths.ts';
import { atomFeed, jsonFeed } from '../../src/generators/feed.ts';
import type { Feed } from '../../src/generators/feed.ts';
import { opml } from '../../src/generators/opml.ts';

const built = (file: string): string => readFileSync(join(dist, file), 'utf8');
const feeds = ['changelog/atom.xml', 'status/atom.xml', ...globSync('changelog/feeds/*.xml', { cwd: dist })];

/** What nobody writes into a changelog, and what must come out of a reader as it went in. */
const hostile: Feed = {
  site: new URL('https://developers.example.com'),
  title: 'A & B <c> "d"',
  page: '/changelog/',
  feed: '/changelog/atom.xml',
  entries: [
    {
      address: '/changelog/#a&b',
      title: '<script>alert(1)</script> & ]]> é 😀',
      summary: "it's 'quoted'",
      date: new Date('2026-02-02T03:04:05Z'),
      html: '<p>“1” <a href="https://example.com/">x</a></p>',
      tags: ['breaking', 'a "b" & c'],
    },
  ],
};

const schema = XmlDocument.fromString(readFileSync(join(root, 'tests/dist/atom.rng'), 'utf8'));
const validator = RelaxNGValidator.fromDoc(schema);
afterAll(() => {
  validator.dispose();
  schema.dispose();
});

function validate(xml: string): void {
  const document = XmlDocument.fromString(xml, { option: ParseOption.XML_PARSE_NONET });
  try {
    validator.validate(document);
  } finally {
    document.dispose();
  }
}

describe('by the schema of RFC 4287', () => {
  test('every Atom feed is one', () => {
    expect(feeds.length).toBeGreaterThan(40);
    for (const file of feeds) expect(() => validate(built(file)), file).not.toThrow();
    expect(() => validate(atomFeed(hostile))).not.toThrow();
  });

  test('one that lacks what it must have, or has it twice or in another form, is none', () => {
    const xml = atomFeed(hostile);
    const broken = [
      xml.replace(/ {2}<id>.*<\/id>\n/, ''),
      xml.replace(/( {4}<title>.*<\/title>\n)/, '$1$1'),
      xml.replace('2026-02-02T03:04:05.000Z', 'yesterday'),
      xml.replace(' term=', ' name='),
    ];
    for (const one of broken) {
      expect(one).not.toBe(xml);
      expect(() => validate(one)).toThrow();
    }
  });
});

describe('two readers find in each Atom feed', () => {
  const files = feeds.map((file) => [file, built(file)] as const);

  test('the same title, address and entries, and in each the same texts', () => {
    for (const [file, xml] of [...files, ['a hostile one', atomFeed(hostile)] as const]) {
      const one = parseAtomFeed(xml);
      const other = parseFeed(xml).toJSON();
      const entries = (one.entries ?? []).map(({ id, title, links, updated, summary, content, categories = [] }) => ({
        id,
        title: title?.value,
        url: links?.[0]?.href,
        updated: new Date(updated ?? '').toISOString(),
        description: summary?.value,
        content: content?.value,
        categories: categories.map(({ term }) => term),
      }));
      const seen = other.items.map(({ id, title, url, updated, description, content, categories }) => ({
        id,
        title,
        url,
        updated: new Date(updated ?? '').toISOString(),
        description,
        content,
        categories: categories.map(({ term }) => term),
      }));
      expect(seen, file).toEqual(entries);
      expect(entries, file).toHaveLength(xml.match(/<entry>/g)?.length ?? 0);
      expect([other.title, other.url], file).toEqual([one.title?.value, one.links?.[0]?.href]);
    }
  });

  test('all of a hostile entry, as it went in', () => {
    const [entry] = hostile.entries;
    const [seen] = parseFeed(atomFeed(hostile)).toJSON().items;
    expect(seen).toMatchObject({
      id: 'https://developers.example.com/changelog/#a&b',
      title: entry?.title,
      description: entry?.summary,
      content: entry?.html,
    });
    expect(seen?.categories.map(({ term }) => term)).toEqual(entry?.tags);
  });
});

test('an entity in the HTML of an entry stays one', () => {
  const html = '<p>1 &lt; 2 &amp; 3</p>';
  const entries = hostile.entries.map((entry) => ({ ...entry, html }));
  // Of the readers here one alone tells it: the other reads entities twice.
  expect(parseAtomFeed(atomFeed({ ...hostile, entries })).entries?.[0]?.content?.value).toBe(html);
});

describe('two readers find in the JSON feed', () => {
  test('what the Atom feed has', () => {
    const text = built('changelog/feed.json');
    const atom = (parseAtomFeed(built('changelog/atom.xml')).entries ?? []).map(({ id, title }) => [id, title?.value]);
    expect((parseJsonFeed(text).items ?? []).map(({ id, title }) => [id, title])).toEqual(atom);
    const other = extractFromJson(text, { normalization: true });
    expect((other.entries ?? []).map(({ id, title }) => [id, title])).toEqual(atom);
  });

  test('all of a hostile entry, as it went in', () => {
    const [entry] = hostile.entries;
    const json = jsonFeed(hostile);
    const [item] = parseJsonFeed(json).items ?? [];
    expect(item).toMatchObject({ title: entry?.title, content_html: entry?.html, tags: entry?.tags });
    const [seen] = extractFromJson(JSON.stringify(json), { normalization: false })['items'] as object[];
    expect(seen).toMatchObject({ title: entry?.title, summary: entry?.summary, content_html: entry?.html });
  });
});

test('a list of feeds is read as it went in', () => {
  const feed = { title: 'A & "B"', feed: 'https://a.example/x.xml?a=1&b=2', page: 'https://a.example/' };
  expect(parseOpml(opml('Mine & yours', [feed]))).toMatchObject({
    head: { title: 'Mine & yours' },
    body: { outlines: [{ type: 'rss', text: feed.title, xmlUrl: feed.feed, htmlUrl: feed.page }] },
  });
});
