import type { AstroPrerenderer } from 'astro';
import { expect, test } from 'vitest';
import { renderedPages } from './rendered-pages.ts';

type Rendered = Awaited<ReturnType<AstroPrerenderer['render']>>;
type Page = () => Promise<Rendered>;

/** What is written of some pages, by their addresses, and what a reader was shown of them, in this order. */
async function built(pages: Record<string, Page>) {
  const shown: string[] = [];
  const reader = {
    name: 'reader',
    hooks: {},
    page: (html: string, pathname: string, isLast: boolean) => {
      shown.push(`${pathname} ${html}${isLast ? ' (last)' : ''}`);
      return html.toUpperCase();
    },
  };
  const route = { type: 'page' };
  const prerenderer = {
    getStaticPaths: () => Promise.resolve(Object.keys(pages).map((pathname) => ({ pathname, route }))),
    render: (request: Request) => pages[new URL(request.url).pathname]?.(),
  } as unknown as AstroPrerenderer;
  let wrapped = prerenderer;
  const setPrerenderer = (wrap: (inner: AstroPrerenderer) => AstroPrerenderer) => (wrapped = wrap(prerenderer));
  await renderedPages(reader).hooks['astro:build:start']?.({ setPrerenderer } as never);
  const paths = await wrapped.getStaticPaths();
  const results = await Promise.allSettled(
    paths.map(({ pathname, route: routeData }) =>
      wrapped.render(new Request(`https://e.example${pathname}`), { routeData }),
    ),
  );
  return { shown, results };
}

const html =
  (text: string, wait = 0): Page =>
  async () => {
    await new Promise((done) => setTimeout(done, wait));
    return new Response(text, { headers: { 'x-of': text } });
  };

test('pages are shown in the order in which they were begun, and written as the reader says', async () => {
  const { shown, results } = await built({ '/a/': html('a', 20), '/b/': html('b'), '/c/': html('c', 5) });
  expect(shown).toEqual(['/a/ a', '/b/ b', '/c/ c (last)']);
  const written = await Promise.all(
    results.map(async (result) => {
      const response = result.status === 'fulfilled' ? (result.value as Response) : expect.unreachable();
      return [await response.text(), response.headers.get('x-of')];
    }),
  );
  expect(written).toEqual([
    ['A', 'a'],
    ['B', 'b'],
    ['C', 'c'],
  ]);
});

test('what is told beside a page stays with it', async () => {
  const metadata = { contentEntryKeys: [] };
  const page: Page = () => Promise.resolve({ response: new Response('a'), metadata } as unknown as Rendered);
  const { results } = await built({ '/a/': page });
  expect(results).toMatchObject([{ value: { metadata } }]);
});

test.each([
  ['a page that leads on', new Response(null, { status: 302, headers: { location: '/' } })],
  ['one that leads on with a text', new Response('gone', { status: 301 })],
  ['a page of nothing', new Response(null, { status: 204 })],
])('%s is left to Astro', async (_, response) => {
  const { shown, results } = await built({ '/a/': () => Promise.resolve(response) });
  expect(shown).toEqual([]);
  expect(results).toMatchObject([{ value: response }]);
});

test('a page that fails does so alone', async () => {
  const { shown, results } = await built({ '/a/': () => Promise.reject(new Error('no')), '/b/': html('b') });
  expect(shown).toEqual(['/b/ b (last)']);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
});
