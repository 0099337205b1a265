import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dist } from '../../scripts/paths.ts';
import { mapLinks } from '../../src/generators/markdown/markdown-syntax.ts';
import { markdownAddress } from '../../src/site/reference/markdown-address.ts';
import { builtPages, idsOf } from './built-pages.ts';

const site = 'https://developers.orbinto.com';
const all = builtPages();
const pages = all.filter(({ address }) => address !== '/404.html' && !address.startsWith('/oauth/'));
const anchors = new Map(all.map((page) => [page.address, new Set(idsOf(page))]));
const files = new Map(
  globSync('**/*.md', { cwd: dist, exclude: ['404.md', '.well-known/**'] }).map((file) => [
    `/${file}`,
    readFileSync(join(dist, file), 'utf8'),
  ]),
);
/** A page's own text, without its samples. */
const withoutCode = (markdown: string) => markdown.replace(/^ *(`{3,})[^\n]*\n[\s\S]*?^ *\1$/gm, '');

function linksOf(markdown: string): string[] {
  const links: string[] = [];
  mapLinks(markdown, (href) => {
    links.push(href);
    return href;
  });
  return links;
}

/** What is wrong with a link: it must lead to Markdown or a file, and name an anchor that the page has. */
function fault(link: string): string | undefined {
  const url = URL.parse(link);
  if (!url) return 'is not absolute';
  if (url.origin !== site) return undefined;
  const path = decodeURIComponent(url.pathname);
  const page = path.replace(/(?:\/index)?\.md$/, '/');
  if (!existsSync(join(dist, path))) return 'does not exist';
  if (path.endsWith('/') && page !== path) return 'leads to a page that is there as Markdown';
  const anchor = decodeURIComponent(url.hash.slice(1));
  return anchor && page !== '/explorer/' && !anchors.get(page)?.has(anchor) ? 'has no such anchor' : undefined;
}

describe('a page as Markdown', () => {
  test('stands beside every page, which names it in its head', () => {
    expect(pages.length).toBeGreaterThan(60);
    expect(pages.map(({ address }) => markdownAddress(address)).sort()).toEqual([...files.keys()].sort());
    for (const { address, elements } of pages) {
      const alternate = elements.find(({ attributes }) => attributes.type === 'text/markdown' && attributes.rel);
      expect(alternate?.attributes, address).toMatchObject({ rel: 'alternate', href: markdownAddress(address) });
    }
  });

  test('is there for what is no page, and leads to the list of all', () => {
    const links = linksOf(readFileSync(join(dist, '404.md'), 'utf8'));
    expect(links).toEqual([`${site}/llms.txt`, `${site}/llms-full.txt`]);
    expect(links.map(fault)).toEqual([undefined, undefined]);
  });

  test('starts with the title of its page and ends with its address', () => {
    for (const { address, html } of pages) {
      const text = files.get(markdownAddress(address)) ?? '';
      const title = /<h1[^>]*>([^<]*)</.exec(html)?.[1];
      expect(text.split('\n')[0]?.replace(/\\/g, ''), address).toBe(`# ${title}`);
      expect(text.trimEnd().endsWith(site + address), address).toBe(true);
    }
  });

  test('tells what can be done on its page: tools by their titles and words, consoles and deliveries', () => {
    const told = (address: string) => withoutCode(files.get(markdownAddress(address)) ?? '').replaceAll(/\s+/g, ' ');
    const tools = pages.flatMap(({ address, html }) =>
      [...html.matchAll(/data-demo="([^"]+)"[^>]* aria-label="([^"]+)"/g)].map(([, tool, title = '']) => {
        const isOfEvent = tool === 'emit';
        return { tool, address, words: isOfEvent ? 'shows the request as your endpoint would get it' : title };
      }),
    );
    expect(new Set(tools.map(({ tool }) => tool)).size).toBe(7);
    expect(tools.filter(({ address, words }) => !told(address).includes(words))).toEqual([]);
    const consoles = pages.filter(({ elements }) =>
      elements.some(({ attributes }) => 'data-console-open' in attributes),
    );
    expect(consoles.length).toBeGreaterThanOrEqual(30);
    expect(
      consoles.filter(({ address }) => !told(address).includes('The page has a console')).map(({ address }) => address),
    ).toEqual([]);
    expect(told('/playground/')).toContain('Be the visitor, be the operator');
    expect(told('/guides/sandbox/')).toContain('prove themselves');
  });

  test('has no link that leads nowhere', () => {
    const dead = [...files].flatMap(([name, text]) =>
      linksOf(text).flatMap((link) => {
        const why = fault(link);
        return why ? [`${name} → ${link} ${why}`] : [];
      }),
    );
    expect(dead).toEqual([]);
    expect([...files.values()].flatMap(linksOf).length).toBeGreaterThan(500);
  });

  test('carries nothing that only works in a page', () => {
    const furniture =
      /^(?:[-*>#] ?)*(?:Copy|Run|Try it|Copy as Markdown|Full explorer|Section titled .*|Skip to content)$/im;
    const html = /<\/?(?:div|span|button|script|svg|p|table)\b/i;
    for (const [name, text] of files) {
      expect(furniture.exec(withoutCode(text))?.[0], name).toBeUndefined();
      expect(html.exec(withoutCode(text).replace(/`+[^`]*`+/g, ''))?.[0], name).toBeUndefined();
    }
  });

  test('says the language of its code', () => {
    const plain = [...files].filter(([, text]) =>
      [...text.matchAll(/^ *(`{3,})([^\n]*)\n[\s\S]*?^ *\1$/gm)].some(([, , language]) => language === ''),
    );
    expect(plain.map(([name]) => name)).toEqual([]);
  });

  test('no space is missing behind a colon, or stands inside of what is marked', () => {
    const odd = [...files].flatMap(([name, text]) =>
      [...withoutCode(text).matchAll(/`:[A-Z].{0,20}|.{0,20}&#x20;.{0,20}/g)].map(([words]) => `${name}: ${words}`),
    );
    expect(odd).toEqual([]);
  });
});

describe('llms.txt', () => {
  const list = readFileSync(join(dist, 'llms.txt'), 'utf8');
  const full = readFileSync(join(dist, 'llms-full.txt'), 'utf8');

  test('has a title, a summary and sections of links, as llmstxt.org asks', () => {
    expect(list).toMatch(/^# [^\n]+\n\n> [^\n]+\n\n(?![#>])/);
    const items = list
      .slice(list.indexOf('\n## '))
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('## '));
    expect(items.filter((line) => !/^- \[[^\]]+\]\(https:\S+\)(?:: .+)?$/.test(line))).toEqual([]);
  });

  test('lists every page once, and nothing that is not there', () => {
    const links = linksOf(list).map((link) => link.slice(site.length));
    expect(links.filter((link) => link.endsWith('.md')).sort()).toEqual([...files.keys()].sort());
    expect(links.filter((link) => !existsSync(join(dist, link)))).toEqual([]);
  });

  test('has all of it in llms-full.txt', () => {
    for (const [name, text] of files) expect(full.includes(text.trim()), name).toBe(true);
  });
});

test('the API catalogue is a linkset of files that exist', () => {
  const { linkset } = JSON.parse(readFileSync(join(dist, '.well-known/api-catalog'), 'utf8')) as {
    linkset: Record<string, string | { href: string; type: string }[]>[];
  };
  const [api] = linkset;
  expect(api?.['anchor']).toBe('https://api.orbinto.com/v1');
  const links = Object.values(api ?? {}).flatMap((value) => (typeof value === 'string' ? [] : value));
  expect(links.length).toBeGreaterThan(5);
  for (const { href } of links) expect(existsSync(join(dist, href.slice(site.length))), href).toBe(true);
});
