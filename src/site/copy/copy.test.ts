import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { below, relativeTo, rootOf } from './relative-address.ts';
import { relocatePage, relocateStyle } from './relocate-page.ts';
import { relocateScript } from './relocate-script.ts';
import { zipOf } from './zip.ts';

const there = new Set([
  '/',
  '/guides/',
  '/guides/errors/',
  '/favicon.svg',
  '/_astro/a.css',
  '/_astro/a.js',
  '/reference/x.json',
]);
const has = (path: string) => there.has(path);
const relative = relativeTo((path) => path.endsWith('/'));
const relocation = {
  page: '/guides/errors/',
  has,
  naming: relative,
  site: 'https://site.example',
  head: '<script src="../../copy.js"></script>',
  attributes: { 'data-root': '../../' },
};

describe('an address in a copy', () => {
  test.each([
    ['/', '/guides/', './guides/index.html'],
    ['/guides/errors/', '/guides/', '../../guides/index.html'],
    ['/guides/errors/', '/guides/errors/?a=/b/#c/d', '../../guides/errors/index.html?a=/b/#c/d'],
    ['/404.html', '/favicon.svg', './favicon.svg'],
  ])('on %s of %s is %s', (page, target, written) => {
    expect(relative(page, target)).toBe(written);
  });

  test('in a folder that is known begins with it', () => {
    expect(below('/docs/')('/404.html', '/guides/#a')).toBe('/docs/guides/#a');
    expect(rootOf('/guides/errors/')).toBe('../../');
  });
});

describe('a page of a copy', () => {
  const body = (html: string) =>
    relocatePage(`<!doctype html><html lang="en"><head><title>T</title></head><body>${html}</body></html>`, relocation);

  test('leads to what the site has from where the page stands, in every attribute', () => {
    const html = body(
      '<a href="/guides/#x">G</a><p data-json="/reference/x.json"></p><img srcset="/favicon.svg 1x, /favicon.svg 2x">',
    );
    expect(html).toContain('<a href="../../guides/index.html#x">');
    expect(html).toContain('data-json="../../reference/x.json"');
    expect(html).toContain('srcset="../../favicon.svg 1x, ../../favicon.svg 2x"');
  });

  test('leaves alone what only looks like an address, and what stands elsewhere', () => {
    const same =
      '<p data-path="/contacts/{id}">/guides/</p><a href="https://other.example/guides/">O</a><a href="#a">A</a>';
    expect(body(same)).toContain(same);
    expect(body('<a href="//other.example/">O</a>')).toContain('href="//other.example/"');
  });

  test('leads to the published site for pages that it lacks', () => {
    expect(body('<a href="/gone.zip">Z</a>')).toContain('href="https://site.example/gone.zip"');
  });

  test('begins with the script of the copy, and says where its root is', () => {
    expect(body('')).toContain('<html lang="en" data-root="../../"><head><script src="../../copy.js"></script><title>');
  });

  test('keeps scripts, entities and styles as they were', () => {
    const script = '<script>if (a < b && c) x("</p>")</script>';
    expect(body(script)).toContain(script);
    expect(body('<p title="&quot;a&quot; &amp; ü">&lt;b&gt; ü</p>')).toContain(
      '<p title="&quot;a&quot; &amp; ü">&lt;b&gt; ü</p>',
    );
    expect(body('<style>p { background: url("/favicon.svg") }</style>')).toContain('url("../../favicon.svg")');
  });
});

test('a style sheet and a script find their files beside them', () => {
  expect(relocateStyle('src:url(/_astro/a.css)', { page: '/_astro/b.css', has, naming: relative })).toBe(
    'src:url(../_astro/a.css)',
  );
  expect(relocateScript('x("/_astro/a-b.C1.js")')).toBe('x(new URL("a-b.C1.js",import.meta.url).href)');
  expect(relocateScript('f=function(e){return`/`+e}')).toBe(
    'f=function(e){return new URL(`../`+e,import.meta.url).href}',
  );
  expect(relocateScript('fetch("/v1/contacts")')).toBe('fetch("/v1/contacts")');
});

test('the same files make the same archive, whatever the time', async () => {
  const files = new Map([
    ['a/index.html', new TextEncoder().encode('<p>A</p>')],
    ['b.png', new Uint8Array([1, 2, 3])],
  ]);
  const archive = await zipOf('site', files);
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(Buffer.from(await zipOf('site', files)).equals(archive)).toBe(true);
  const unpacked = unzipSync(archive);
  expect(Object.keys(unpacked)).toEqual(['site/a/index.html', 'site/b.png']);
  expect(new TextDecoder().decode(unpacked['site/a/index.html'])).toBe('<p>A</p>');
});
