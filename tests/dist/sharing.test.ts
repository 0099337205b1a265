import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dist } from '../../scripts/paths.ts';
import { builtPages } from './built-pages.ts';
import type { BuiltPage } from './built-pages.ts';

const site = 'https://developers.orbinto.com';
/** Pages that a search may lead to; the explorer has a head of its own. */
const pages = builtPages().filter(({ address }) => address !== '/404.html' && !address.startsWith('/oauth/'));
const shared = pages.filter(({ address }) => address !== '/explorer/');

function metaOf(page: BuiltPage, name: string): string | undefined {
  return page.elements.find(({ attributes }) => attributes.property === name || attributes.name === name)?.attributes
    .content;
}

test('every page has a title and description of its own and its canonical address', () => {
  const titles = pages.map(({ html }) => /<title>([^<]*)/.exec(html)?.[1]);
  expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
  const descriptions = pages.map((page) => metaOf(page, 'description') ?? '');
  expect(descriptions.filter((text, at) => text.length < 10 || descriptions.indexOf(text) !== at)).toEqual([]);
  for (const { address, elements } of pages) {
    const canonical = elements.find(({ attributes }) => attributes.rel === 'canonical');
    expect(canonical?.attributes.href).toBe(site + address);
  }
});

test('every shared page has a picture of 1200 × 630 pixels and at most 60 kB', () => {
  expect(shared.length).toBeGreaterThan(60);
  for (const page of shared) {
    const address = metaOf(page, 'og:image') ?? '';
    expect(address.startsWith(`${site}/pictures/`), page.address).toBe(true);
    const file = join(dist, address.slice(site.length));
    const png = readFileSync(file);
    expect([png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(['PNG', 1200, 630]);
    expect(statSync(file).size, address).toBeLessThan(60_000);
  }
});

test('every shared page says what it is and where it stands, in data that can be read', () => {
  for (const { address, html } of shared) {
    const [, json = ''] = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(html) ?? [];
    const { '@graph': graph } = JSON.parse(json) as {
      '@graph': { '@type': string; url?: string; itemListElement?: { item: string }[] }[];
    };
    const [about, crumbs] = graph;
    const type = address === '/' ? 'WebSite' : address === '/reference/' ? 'WebAPI' : 'TechArticle';
    expect([about?.['@type'], about?.url], address).toEqual([type, site + address]);
    if (address !== '/') expect(crumbs?.itemListElement?.at(-1)?.item).toBe(site + address);
    for (const { item } of crumbs?.itemListElement ?? [])
      expect(pages.map((page) => site + page.address)).toContain(item);
  }
});

test('the sitemap lists every page and no step of the sign-in, and robots.txt names it', () => {
  const listed = [...readFileSync(join(dist, 'sitemap-0.xml'), 'utf8').matchAll(/<loc>([^<]+)/g)].map(([, url]) => url);
  expect(listed.sort()).toEqual(pages.map(({ address }) => site + address).sort());
  expect(readFileSync(join(dist, 'robots.txt'), 'utf8')).toContain(`Sitemap: ${site}/sitemap-index.xml`);
});
