import { expect, test, vi } from 'vitest';
import answer from '../../../edge/netlify/markdown.ts';
import { negotiatePage, prefersMarkdown } from './negotiate.ts';

const CHROME = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8';

test.each([
  ['a browser', CHROME, false],
  ['a client that takes anything', '*/*', false],
  ['none at all', null, false],
  ['an empty one', '', false],
  ['Markdown alone', 'text/markdown', true],
  ['Markdown in capitals, with a charset', 'Text/Markdown; charset=utf-8', true],
  ['Markdown first, then HTML and anything, all alike', 'text/markdown, text/html, */*', true],
  ['Markdown less than HTML', 'text/html, text/markdown;q=0.9', false],
  ['Markdown more than HTML', 'text/html;q=0.5, text/markdown;q=0.9', true],
  ['Markdown before anything else', 'text/markdown, */*;q=0.1', true],
  ['Markdown refused', 'text/markdown;q=0, text/html;q=0', false],
  ['HTML refused, any other text taken', 'text/html;q=0, text/*', true],
  ['any text', 'text/*', false],
  ['no number for a quality', 'text/markdown;q=much', true],
  ['something else', 'application/json', false],
  ['rubbish', ';;,q=1,/', false],
])('%s: %s', (_, accept, expected) => {
  expect(prefersMarkdown(accept)).toBe(expected);
});

const FILES: Readonly<Record<string, [type: string, text: string]>> = {
  '/guides/errors/': ['text/html', '<h1>Errors</h1>'],
  '/guides/errors.md': ['text/markdown', '# Errors'],
  '/oauth/callback/': ['text/html', '<h1>Signed in</h1>'],
  '/app.js': ['text/javascript', 'export {}'],
  '/404.md': ['text/markdown', '# Page not found'],
};

/** A static host that has these files. */
function host(request: Request): Response {
  const file = FILES[new URL(request.url).pathname];
  if (!file) return new Response('<h1>Not found</h1>', { status: 404, headers: { 'Content-Type': 'text/html' } });
  return new Response(file[1], { headers: { 'Content-Type': file[0], Vary: 'Accept-Encoding' } });
}

async function get(path: string, accept: string, method = 'GET') {
  const request = new Request(`https://developers.example.com${path}`, { method, headers: { Accept: accept } });
  const response = await negotiatePage(request, host);
  const { status, headers } = response;
  return { status, text: await response.text(), vary: headers.get('Vary'), location: headers.get('Content-Location') };
}

test('a page is given as HTML or as Markdown, and caches are told', async () => {
  const vary = 'Accept-Encoding, Accept';
  expect(await get('/guides/errors/', CHROME)).toEqual({ status: 200, text: '<h1>Errors</h1>', vary, location: null });
  const location = '/guides/errors.md';
  expect(await get('/guides/errors/?page=2', 'text/markdown')).toEqual({
    status: 200,
    text: '# Errors',
    vary,
    location,
  });
});

test('a page that stands as HTML alone is given as that', async () => {
  expect(await get('/oauth/callback/', 'text/markdown')).toMatchObject({ status: 200, text: '<h1>Signed in</h1>' });
});

test('what is no page is a 404, as Markdown or as HTML', async () => {
  const asked = ['/guides/none/', '/none', '/%'];
  for (const path of asked)
    expect(await get(path, 'text/markdown'), path).toMatchObject({
      status: 404,
      text: '# Page not found',
      vary: 'Accept-Encoding, Accept',
    });
  expect(await get('/none', CHROME)).toMatchObject({ status: 404, text: '<h1>Not found</h1>', vary: 'Accept' });
});

test('files, and other methods, are left to the host', async () => {
  expect(await get('/app.js', 'text/markdown')).toMatchObject({ text: 'export {}', vary: 'Accept-Encoding' });
  expect(await get('/guides/errors.md', CHROME)).toMatchObject({ text: '# Errors', vary: 'Accept-Encoding' });
  expect(await get('/guides/errors/', 'text/markdown', 'POST')).toMatchObject({ text: '<h1>Errors</h1>' });
});

test('the edge function of another host gives the same', async () => {
  vi.stubGlobal('fetch', (request: Request) => Promise.resolve(host(request)));
  const request = new Request('https://developers.example.com/guides/errors/', {
    headers: { Accept: 'text/markdown' },
  });
  const response = await answer(request, { next: () => Promise.resolve(host(request)) });
  vi.unstubAllGlobals();
  expect(await response.text()).toBe('# Errors');
});
