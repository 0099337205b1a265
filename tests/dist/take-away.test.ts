import { unzipSync } from 'fflate';
import { unpackTar } from 'modern-tar';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Parser } from 'htmlparser2';
import { beforeAll, describe, expect, test } from 'vitest';
import { dist } from '../../scripts/paths.ts';
import { loadDocument, loadPolicies, SPEC_FILE } from '../../src/openapi/document/load.ts';
import { listOperations, listWebhooks } from '../../src/openapi/model/operations.ts';
import { siteCopy } from '../../src/site/copy/site-copy.ts';
import { keptFiles } from '../../src/site/offline/kept-files.ts';
import { builtPages } from './built-pages.ts';

const document = await loadDocument(SPEC_FILE);
const policies = await loadPolicies();
const pages = builtPages();
const text = (content: Uint8Array | undefined): string => new TextDecoder().decode(content);

/** The names of a page's places, and all that it leads to or loads. */
function parse(html: string): { ids: Set<string>; targets: string[] } {
  const ids = new Set<string>();
  const targets: string[] = [];
  const parser = new Parser({
    onopentag: (_, { id, href, src, action, srcset }) => {
      if (id !== undefined) ids.add(id);
      const listed = (srcset ?? '').split(',').map((candidate) => candidate.trim().split(/\s+/)[0]);
      targets.push(...[href, src, action, ...listed].filter((target): target is string => Boolean(target)));
    },
  });
  parser.end(html);
  return { ids, targets };
}

/** Files that lead to what is not among them, or to a place that is not on the page. */
function deadLinks(files: ReadonlyMap<string, Uint8Array>, root: string): string[] {
  const parsed = new Map<string, ReturnType<typeof parse>>();
  for (const [path, content] of files) if (path.endsWith('.html')) parsed.set(path, parse(text(content)));
  return [...parsed].flatMap(([path, { targets }]) =>
    [...new Set(targets)].flatMap((target) => {
      const url = new URL(target, `https://copy.example${root}${path}`);
      if (url.origin !== 'https://copy.example') return [];
      if (!url.pathname.startsWith(root)) return [`${path} → ${target} leads out`];
      const file = decodeURIComponent(url.pathname.slice(root.length)).replace(/(^|\/)$/, '$1index.html');
      if (!files.has(file)) return [`${path} → ${target} is not there`];
      const anchor = decodeURIComponent(url.hash.slice(1));
      const isRead = anchor !== '' && file !== 'explorer/index.html' && !anchor.startsWith(':~:') && parsed.has(file);
      return isRead && !parsed.get(file)?.ids.has(anchor) ? [`${path} → ${target} has no such place`] : [];
    }),
  );
}

describe('the docset', () => {
  const files = new Map<string, Uint8Array>();
  let entries: { name: string; type: string; path: string }[] = [];

  beforeAll(async () => {
    for (const { header, data } of await unpackTar(gunzipSync(readFileSync(join(dist, 'orbinto-docset.tgz')))))
      files.set(posix.relative('Orbinto.docset', header.name), data ?? new Uint8Array());
    const place = mkdtempSync(join(tmpdir(), 'docset-'));
    writeFileSync(join(place, 'index'), files.get('Contents/Resources/docSet.dsidx') ?? '');
    const database = new DatabaseSync(join(place, 'index'), { readOnly: true });
    entries = database.prepare('SELECT name, type, path FROM searchIndex').all() as typeof entries;
    database.close();
    rmSync(place, { recursive: true });
  });

  const documents = (): Map<string, Uint8Array> => {
    const folder = 'Contents/Resources/Documents/';
    const inside = [...files].filter(([path]) => path.startsWith(folder));
    return new Map(inside.map(([path, data]) => [path.slice(folder.length), data]));
  };
  const named = (type: string): Set<string> =>
    new Set(entries.filter((entry) => entry.type === type).map(({ name }) => name));

  test('has an entry for every operation, event, error code and scope', () => {
    const operations = listOperations(document);
    expect(operations).not.toEqual([]);
    for (const { operationId, method, path } of operations) {
      expect(named('Method')).toContain(operationId);
      expect(named('Method')).toContain(`${method.toUpperCase()} ${path}`);
    }
    expect([...named('Event')].sort()).toEqual(
      listWebhooks(document)
        .map(({ path }) => path)
        .sort(),
    );
    expect([...named('Error')].sort()).toEqual(policies.errors.map(({ code }) => code).sort());
    expect([...named('Option')].sort()).toEqual(policies.scopes.map(({ id }) => id).sort());
  });

  test('has an entry for every guide and each of its sections', () => {
    const guides = pages.filter(({ address }) => /^\/guides\//.test(address));
    expect(guides.length).toBeGreaterThan(10);
    const paths = new Set(entries.map(({ path }) => path));
    const missing = guides.flatMap(({ address, html }) =>
      ['', ...[...html.matchAll(/<h[23][^>]* id="([^"]+)"/g)].map(([, id = '']) => `#${id}`)]
        .filter((anchor) => anchor !== '#starlight__on-this-page' && anchor !== '#starlight__on-this-page--mobile')
        .map((anchor) => `${address.slice(1)}index.html${anchor}`)
        .filter((path) => !paths.has(path)),
    );
    expect(missing).toEqual([]);
  });

  test('leads with every entry to a page and a place that it has', () => {
    const places = new Map(
      [...documents()].map(([path, data]) => [path, path.endsWith('.html') ? parse(text(data)).ids : new Set()]),
    );
    expect(entries.length).toBeGreaterThan(500);
    const dead = entries.filter(({ path }) => {
      const [page = '', anchor] = path.split('#');
      return !places.has(page) || (anchor !== undefined && !places.get(page)?.has(anchor));
    });
    expect(dead).toEqual([]);
  });

  test('has pages without scripts, whose links lead to pages of the docset or to the published site', () => {
    expect(deadLinks(documents(), '/')).toEqual([]);
    expect(
      [...documents()].filter(([, data]) => /<script|<button|<nav/.test(text(data))).map(([path]) => path),
    ).toEqual([]);
    expect(text(files.get('Contents/Info.plist'))).toContain('<key>isDashDocset</key>\n  <true/>');
    expect([...files.keys()].filter((path) => path.startsWith('icon'))).toEqual(['icon.png', 'icon@2x.png']);
  });
});

describe('the copy of the site', () => {
  test('holds every page, and every link in it leads to a file and a place of it', () => {
    const zip = unzipSync(readFileSync(join(dist, 'orbinto-site.zip')));
    const files = new Map(Object.entries(zip).map(([path, data]) => [posix.relative('orbinto-site', path), data]));
    for (const { address } of pages)
      expect(files.has(`${address.slice(1)}index.html`.replace('.htmlindex', ''))).toBe(true);
    expect(deadLinks(files, '/any/folder/')).toEqual([]);
    expect(text(files.get('offline/index.html'))).not.toMatch(/figure-[\w-]+-figure/);
  });

  test('for a folder that is known names it in every link', async () => {
    const files = await siteCopy({ folder: dist, site: 'https://developers.orbinto.com/', base: '/docs/' });
    expect(deadLinks(files, '/docs/')).toEqual([]);
  });
});

describe('what is kept in a reader’s browser', () => {
  const kept = keptFiles(dist);
  const urls = new Set(kept.files.map(({ url }) => url));

  test('are all pages, with the scripts that they load now or later, search and what the console asks for', () => {
    expect(pages.map(({ address }) => address).filter((address) => !urls.has(address))).toEqual(['/404.html']);
    for (const url of ['/pagefind/pagefind.js', '/identifiers.json', '/errors.json', '/openapi.json'])
      expect(urls).toContain(url);
    expect([...urls].filter((url) => /^\/_astro\/(?:mount|browser)\./.test(url))).toHaveLength(2);
  });

  test('is neither a download nor a feed, nor the explorer’s own script', () => {
    const others = [...urls].filter((url) =>
      /\.(?:zip|tgz|xml|md|txt|yaml)$|^\/(?:postman|pictures)\/|^\/status\.json/.test(url),
    );
    expect(others).toEqual([]);
    expect(kept.files.filter(({ url, size }) => url.endsWith('.js') && size > 500_000)).toEqual([]);
    expect(kept.onVisit.length).toBeGreaterThan(0);
  });

  test('is told with its size', () => {
    const page = pages.find(({ address }) => address === '/offline/');
    const figures = /([\d,]+) files, ([\d.]+ MB)/.exec(page?.html.replaceAll(/\s+/g, ' ') ?? '');
    expect(figures?.[1]?.replace(',', '')).toBe(String(kept.files.length));
    expect(readFileSync(join(dist, 'offline.md'), 'utf8')).toContain(figures?.[2] ?? 'a size');
  });
});
