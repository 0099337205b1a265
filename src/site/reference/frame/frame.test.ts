import { expect, test } from 'vitest';
import { contentEnd, contentOf, contentStart, Frame, Frames, frameValues, sidebarMark } from './frame.ts';
import type { PageFacts } from './frame.ts';

const facts = (change: Partial<PageFacts> = {}): PageFacts => ({
  title: 'List pets',
  description: 'All of them.',
  head: [{ tag: 'link', attrs: { rel: 'alternate', href: '/pets.md' } }],
  prev: false,
  next: { label: 'Add a pet', link: '/pets/add/' },
  ...change,
});

/** In the place of Starlight: the same kinds of places for a value. */
function rendered({ title, description, head, next }: PageFacts, sidebar: string, content: string): string {
  const attrs = head.flatMap((element) =>
    Object.entries(element.attrs ?? {}).map(([name, value]) => `${name}="${String(value)}"`),
  );
  const scripts = head.map(({ content: text }) => (text === undefined ? '' : `<script type="x">${text}</script>`));
  return [
    `<html><title>${title} | Pets</title><meta content="${description}"><link href="https://example.com/pets/"><i ${attrs.join(' ')}>`,
    `${scripts.join('')}${sidebar}<h1>${title}</h1>${contentStart}${content}${contentEnd}`,
    next ? `<a href="${next.link}">${next.label}</a></html>` : '</html>',
  ].join('');
}

const frameOf = (page: PageFacts): Frame =>
  new Frame(rendered(frameValues(page, '').marked, sidebarMark, '<p>first</p>'), 'https://example.com/pets/');

test('a page in the frame of another has its own values, and nothing of the other', () => {
  const other = facts({ title: 'Get a pet', description: 'One.', next: { label: 'Drop it', link: '/pets/drop/' } });
  const html = frameOf(facts()).fill(frameValues(other, '<ul></ul>'), '<p>$& one</p>', 'https://example.com/pet/');
  const alone = rendered(other, '<ul></ul>', '<p>$& one</p>').replace('/pets/"', '/pet/"');
  expect(html).toBe(alone.replace(contentStart, '').replace(contentEnd, ''));
});

test('a value is escaped for the place that it stands in', () => {
  const head = [{ tag: 'script' as const, attrs: { type: 'x' }, content: '{"a": "b&c"}' }];
  const page = facts({ title: `</title>a & "b"`, description: `it's "b" & c`, head });
  const html = frameOf(page).fill(frameValues(page, ''), '', undefined);
  expect(html).toContain('<title>&lt;/title>a & "b" | Pets</title>');
  expect(html).toContain('<h1>&lt;/title&gt;a &amp; &quot;b&quot;</h1>');
  expect(html).toContain(`<meta content="it's &quot;b&quot; &amp; c">`);
  expect(html).toContain('<script type="x">{"a": "b&c"}</script>');
});

test('a page may say anything, in the frame it made and in that of another', () => {
  const page = facts({ title: '\uE0200\uE021', description: '\uE020sidebar\uE021 0 canonical' });
  const html = frameOf(page).fill(frameValues(page, '<ul></ul>'), '<p>\uE020></p>', 'https://example.com/pets/');
  expect(html).toBe(rendered(page, '<ul></ul>', '<p>\uE020></p>').replace(contentStart, '').replace(contentEnd, ''));
});

test('pages share a frame only where they have the same parts', () => {
  const frames = new Frames();
  frames.add(frameValues(facts(), ''), frameOf(facts()));
  expect(frames.of(frameValues(facts({ title: 'Another' }), '<ul></ul>'))).toBeDefined();
  expect(frames.of(frameValues(facts({ next: false }), ''))).toBeUndefined();
  expect(frames.of(frameValues(facts({ head: [] }), ''))).toBeUndefined();
});

test('the content of a page is told from its frame', () => {
  expect(contentOf(rendered(facts(), '', '<p>one</p>'))).toBe('<p>one</p>');
});
