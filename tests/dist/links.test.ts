import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dist } from '../../scripts/paths.ts';
import { builtPages, idsOf } from './built-pages.ts';
import type { BuiltPage } from './built-pages.ts';

const site = 'https://developers.orbinto.com';
const pages = builtPages();
const anchors = new Map(pages.map((page) => [page.address, new Set(idsOf(page))]));

/** Everything on a page that points somewhere: links, images, scripts, styles, forms. */
function targetsOf(page: BuiltPage): string[] {
  // A host shows the 404 page at whatever address was asked for; the canonical one that it names is nobody's.
  const elements = page.elements.filter(
    ({ attributes }) => !(page.address === '/404.html' && attributes.rel === 'canonical'),
  );
  const targets = elements.flatMap(({ attributes: { href, src, action, poster, srcset } }) => [
    href,
    src,
    action,
    poster,
    ...(srcset ?? '').split(',').map((candidate) => candidate.trim().split(/\s+/)[0]),
  ]);
  return [...new Set(targets)].filter((target): target is string => target !== undefined && target !== '');
}

function fault(page: BuiltPage, target: string): string | undefined {
  const base = new URL(page.address, site);
  const url = URL.parse(target, base);
  if (!url) return 'is not an address';
  if (url.origin !== base.origin) return undefined;
  const path = decodeURIComponent(url.pathname);
  const ids = anchors.get(path);
  if (!ids && !isFile(path)) return anchors.has(`${path}/`) ? 'lacks its trailing slash' : 'does not exist';
  const anchor = decodeURIComponent(url.hash.slice(1));
  // `/explorer/#createContact` is read by the explorer, `#:~:text=` by the browser.
  const checked = anchor !== '' && path !== '/explorer/' && !anchor.startsWith(':~:');
  return checked && !ids?.has(anchor) ? 'has no such anchor' : undefined;
}

function isFile(path: string): boolean {
  const file = join(dist, path);
  return existsSync(file) && statSync(file).isFile();
}

test('the build has pages', () => {
  expect(pages.length).toBeGreaterThan(1);
});

test('every link leads to a page, file or anchor of the site', () => {
  const dead = pages.flatMap((page) =>
    targetsOf(page).flatMap((target) => {
      const why = fault(page, target);
      return why ? [`${page.address} → ${target} ${why}`] : [];
    }),
  );
  expect(dead).toEqual([]);
});

test('links to other sites are encrypted, save for addresses on the reader’s machine', () => {
  const plain = pages.flatMap((page) =>
    targetsOf(page).filter((target) => /^http:\/\/(?!localhost|127\.0\.0\.1)/.test(target)),
  );
  expect(plain).toEqual([]);
});
