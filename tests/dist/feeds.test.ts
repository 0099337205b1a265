import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { dist } from '../../scripts/paths.ts';

const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

/** The texts of the elements of an XML file, by the path of their names. */
function elementsOf(xml: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const open: string[] = [];
  let text = '';
  const parser = new Parser(
    {
      onopentag: (name) => void (open.push(name), (text = '')),
      ontext: (part) => (text += part),
      onclosetag: (name) => {
        const path = open.join('/');
        expect(open.pop()).toBe(name);
        found.set(path, [...(found.get(path) ?? []), text]);
        text = '';
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  expect(open).toEqual([]);
  return found;
}

/** @see https://www.rfc-editor.org/rfc/rfc4287#section-4.1 */
describe.each(['changelog/atom.xml', 'status/atom.xml'])('%s is an Atom feed', (file) => {
  const elements = elementsOf(readFileSync(join(dist, file), 'utf8'));

  test('with what a feed must have', () => {
    for (const name of ['id', 'title', 'updated']) expect(elements.get(`feed/${name}`)).toHaveLength(1);
    expect(elements.get('feed/updated')?.[0]).toMatch(RFC3339);
    expect(elements.get('feed/author/name')).toHaveLength(1);
  });

  test('whose entries have what they must, and ids of their own', () => {
    const ids = elements.get('feed/entry/id') ?? [];
    const count = elements.get('feed/entry')?.length ?? 0;
    expect(new Set(ids).size).toBe(count);
    for (const name of ['title', 'updated', 'content'])
      expect(elements.get(`feed/entry/${name}`) ?? []).toHaveLength(count);
    for (const updated of elements.get('feed/entry/updated') ?? []) expect(updated).toMatch(RFC3339);
  });
});

/** @see https://www.jsonfeed.org/version/1.1/ */
test('changelog/feed.json is a JSON feed that tells what the Atom feed does', () => {
  const feed = JSON.parse(readFileSync(join(dist, 'changelog/feed.json'), 'utf8')) as {
    version: string;
    title: string;
    items: { id: string; content_html: string; date_published: string }[];
  };
  expect(feed.version).toBe('https://jsonfeed.org/version/1.1');
  const atom = elementsOf(readFileSync(join(dist, 'changelog/atom.xml'), 'utf8'));
  expect(feed.items.map(({ id }) => id)).toEqual(atom.get('feed/entry/id'));
  expect(feed.items.length).toBeGreaterThan(0);
  for (const { date_published, content_html } of feed.items) {
    expect(date_published).toMatch(RFC3339);
    expect(content_html).toBeTypeOf('string');
  }
});

test('the anchors that the feeds name are on the page', () => {
  const page = readFileSync(join(dist, 'changelog/index.html'), 'utf8');
  const atom = elementsOf(readFileSync(join(dist, 'changelog/atom.xml'), 'utf8'));
  for (const id of atom.get('feed/entry/id') ?? []) expect(page).toContain(`id="${new URL(id).hash.slice(1)}"`);
});
