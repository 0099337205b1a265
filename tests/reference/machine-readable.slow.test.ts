import { existsSync, globSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mapLinks } from '../../src/generators/markdown/markdown-syntax.ts';
import { markdownAddress } from '../../src/site/reference/markdown-address.ts';
import { run } from './run.ts';

const spec = join(import.meta.dirname, 'fixtures/constructs.yaml');
const site = 'https://docs.example.com';
let out = '';
/** Addresses of all pages. */
let pages: string[] = [];

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'machine-readable-'));
  const { code, stderr } = await run(spec, '--out', out, '--site', site, '--pictures', '--llms-full');
  if (code !== 0) throw new Error(stderr);
  pages = globSync('reference/**/index.html', { cwd: out }).map((file) => `/${dirname(file)}/`);
}, 120_000);

afterAll(() => rm(out, { recursive: true, force: true }));

const read = (path: string): string => readFileSync(join(out, path), 'utf8');
const inSite = (address: string): string => decodeURI(new URL(address, site).pathname);

describe('a site with nothing but the reference', () => {
  test('has its Markdown beside every page, named in its head', () => {
    expect(pages.length).toBeGreaterThan(15);
    for (const page of pages) {
      expect(existsSync(join(out, markdownAddress(page))), page).toBe(true);
      const [, markdown = ''] =
        /<link rel="alternate" type="text\/markdown" href="([^"]+)"/.exec(read(`${page}index.html`)) ?? [];
      expect(decodeURI(markdown)).toBe(markdownAddress(page));
    }
  });

  test('lists every page once in llms.txt, by an address that exists', () => {
    const links: string[] = [];
    mapLinks(read('llms.txt'), (href) => {
      links.push(href);
      return href;
    });
    expect(links.every((href) => href.startsWith(`${site}/`))).toBe(true);
    expect(links.map(inSite).sort()).toEqual([...pages.map(markdownAddress), '/llms-full.txt'].sort());
  });

  test('says in llms-full.txt all that its Markdown pages say', () => {
    const full = read('llms-full.txt');
    for (const page of pages) expect(full.includes(read(markdownAddress(page)).trim()), page).toBe(true);
  });

  test('names a picture of 1200 × 630 pixels for every page', () => {
    for (const page of pages) {
      const [, address = ''] = /<meta property="og:image" content="([^"]+)"/.exec(read(`${page}index.html`)) ?? [];
      const png = readFileSync(join(out, inSite(address)));
      expect([png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)], page).toEqual([
        'PNG',
        1200,
        630,
      ]);
    }
  });

  test('tells search engines what each page is, all pages, and where they are listed', () => {
    for (const page of pages) {
      const [, json = ''] =
        /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(read(`${page}index.html`)) ?? [];
      const { '@graph': graph } = JSON.parse(json) as {
        '@graph': [{ '@type': string; url: string }, { itemListElement: { item: string }[] }];
      };
      const [about, { itemListElement: steps }] = graph;
      expect([about['@type'], inSite(about.url)]).toEqual([page === '/reference/' ? 'WebAPI' : 'TechArticle', page]);
      for (const { item } of steps) expect(pages).toContain(inSite(item));
    }
    const listed = [...read('sitemap-0.xml').matchAll(/<loc>([^<]+)/g)].map(([, url = '']) => inSite(url));
    expect(listed.sort()).toEqual(pages.sort());
    expect(read('robots.txt')).toContain(`Sitemap: ${site}/sitemap-index.xml`);
  });

  test('wants the address that pictures need', async () => {
    const { code, stderr } = await run(spec, '--out', join(out, 'never'), '--pictures');
    expect([code, stderr.split('\n')[0]]).toEqual([1, '--pictures needs --site']);
  });
});
