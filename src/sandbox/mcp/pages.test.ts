import { expect, test } from 'vitest';
import { SITE } from '../site-address.ts';
import { addressOf, parsePages, pathOf, sectionText } from './pages.ts';

const TEXT = [
  '# Site\n\n> About it.',
  'Source: https://s.example/guides/a.md\n\n# A\n\nBegins.\n\n## Do `this`\n\nOne.\n\n### Deeper\n\nTwo.\n\n```sh\n# no heading\n```\n\n---\n\n## After\n\nThree.',
  'Source: https://s.example/index.md\n\nNo heading at all.',
].join('\n\n---\n\n');

test('pages are what stands between sources, whatever lines of theirs look like a border', () => {
  expect(parsePages(`${TEXT}\n`).map(({ path, title }) => [path, title])).toEqual([
    ['/guides/a/', 'A'],
    ['/', '/'],
  ]);
  expect(parsePages(`${TEXT}\n`).at(-1)?.text).toBe('No heading at all.');
});

test('what stands before the first heading is a section of its own; a page may be empty', () => {
  const of = (text: string) => parsePages(`Source: https://s.example/a.md\n\n${text}`)[0];
  const section = (anchor: string, heading: string, text: string) => ({ anchor, heading, level: 1, text });
  expect(of('Before.\n\n# A\n\nAfter.')?.sections).toEqual([section('', '', 'Before.'), section('a', 'A', 'After.')]);
  expect(of('\n# A\n')?.sections).toEqual([section('', 'A', '')]);
  expect(of('')).toEqual({ path: '/a/', title: '/a/', text: '', sections: [] });
});

test('a section goes to the next heading of its rank; a comment in code is no heading', () => {
  const [page] = parsePages(TEXT);
  expect(page?.sections.map(({ anchor }) => anchor)).toEqual(['', 'do-this', 'deeper', 'after']);
  expect(page && sectionText(page, 'do-this')).toBe(
    '## Do this\n\nOne.\n\n### Deeper\n\nTwo.\n\n```sh\n# no heading\n```\n\n---',
  );
  expect(page && sectionText(page, 'nowhere')).toBeUndefined();
});

test('an anchor is what the site makes of a heading, or what the heading links to', () => {
  const headings = [
    '# P',
    '## OAuth 2.0',
    '## [email\\_taken](https://s.example/errors.md#email_taken)',
    '## What’s `new`?',
    '## See [this](https://s.example/a.md#b) first',
    '## [Taken](https://s.example/errors.md#email_taken)',
    String.raw`## a\b \!`,
    '## Really ?',
    '## हिन्दी',
  ];
  const [page] = parsePages(`Source: https://s.example/p.md\n\n${headings.join('\n\ntext\n\n')}`);
  expect(page?.sections.map(({ anchor, heading }) => `${anchor} ${heading}`)).toEqual([
    ' P',
    'oauth-20 OAuth 2.0',
    'email_taken email_taken',
    'whats-new What’s new?',
    'see-this-first See this first',
    'email_taken Taken',
    String.raw`ab- a\b !`,
    'really- Really ?',
    'हिन्दी हिन्दी',
  ]);
});

test('of equal headings each later one has a number in its anchor', () => {
  const headings = ['# P', '## Retries', '## Retries', '## Retries 1', '## Retries', '## P'];
  const [page] = parsePages(`Source: https://s.example/p.md\n\n${headings.join('\n\n')}`);
  const anchors = page?.sections.map(({ anchor }) => anchor);
  expect(anchors).toEqual(['', 'retries', 'retries-1', 'retries-1-1', 'retries-2', 'p']);
});

test.each([
  ['/guides/a/', '/guides/a/'],
  ['guides/a', '/guides/a/'],
  ['https://s.example/guides/a.md#x', '/guides/a/'],
  ['/guides/a?x=1', '/guides/a/'],
  ['/', '/'],
  ['/index.md', '/'],
  ['index.md', '/'],
  ['http://s.example', '/'],
  ['/guides/index.md', '/guides/'],
  ['//guides//', '/guides/'],
  ['/a.md.txt', '/a.md.txt/'],
  ['/index.md.txt', '/index.md.txt/'],
  ['/a/https://s.example', '/a/https://s.example/'],
  ['', '/'],
])('%j is the page %s', (address, path) => {
  expect(pathOf(address)).toBe(path);
});

test('people read a page at the address of the site', () => {
  expect(addressOf('/guides/a/')).toBe(`${SITE}/guides/a/`);
});
