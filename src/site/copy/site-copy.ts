import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { escapeAttribute } from '../../text/escape.ts';
import { bundleScript } from '../downloads/bundle-script.ts';
import { below, relativeTo, rootOf } from './relative-address.ts';
import type { Naming } from './relative-address.ts';
import { relocatePage, relocateStyle } from './relocate-page.ts';
import { relocateScript } from './relocate-script.ts';

export interface CopyOptions {
  /** The build. */
  readonly folder: string;
  /** Where the site is published: what is not in the copy is there. */
  readonly site: string;
  /** The folder of a server that the copy is for, `/docs/`; any, and none, where it is left out. */
  readonly base?: string | undefined;
}

/** What only the published site has a use for. */
const LEFT_OUT = [
  '_headers',
  '_redirects',
  'robots.txt',
  'service-worker.js',
  'sitemap-*.xml',
  'orbinto-*',
  'pictures/**',
];

const SCRIPT = 'copy.js';

/**
 * A copy of the built site that works in a folder of a server. Everything is told from the root there; a copy for no folder in
 * particular can be read from files as well.
 *
 * @returns content by path, sorted
 */
export async function siteCopy({ folder, site, base }: CopyOptions): Promise<Map<string, Uint8Array>> {
  const left = new Set(globSync(LEFT_OUT, { cwd: folder }));
  const paths = globSync('**/*', { cwd: folder })
    .filter((file) => !left.has(file) && statSync(join(folder, file)).isFile())
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
  const pages = new Set(paths.filter((file) => file.endsWith('.html')).map(addressOf));
  const files = new Set(paths.map((file) => `/${file}`));
  const has = (path: string): boolean => pages.has(decode(path)) || files.has(decode(path));
  const naming = base === undefined ? relativeTo((path) => pages.has(path)) : below(base);
  const copy = new Map<string, Uint8Array>();
  for (const file of paths)
    copy.set(file, relocated(file, readFileSync(join(folder, file)), { has, naming, site, base }));
  copy.set(SCRIPT, new TextEncoder().encode(await bundleScript('src/site/copy/copy-page.ts')));
  return new Map([...copy].sort(([a], [b]) => (a < b ? -1 : 1)));
}

interface Site {
  has: (path: string) => boolean;
  naming: Naming;
  site: string;
  base: string | undefined;
}

function relocated(file: string, content: Uint8Array, { has, naming, site, base }: Site): Uint8Array {
  const page = addressOf(file);
  const text = () => new TextDecoder().decode(content);
  const encode = (changed: string) => new TextEncoder().encode(changed);
  if (/^_astro\/.*\.js$/.test(file)) return encode(relocateScript(text()));
  if (file.endsWith('.css')) return encode(relocateStyle(text(), { page, has, naming }));
  if (!file.endsWith('.html')) return content;
  const root = base ?? rootOf(page);
  const head = `<script src="${escapeAttribute(root + SCRIPT)}"></script>`;
  return encode(relocatePage(text(), { page, has, naming, site, head, attributes: { 'data-root': root } }));
}

function addressOf(file: string): string {
  return `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
}

function decode(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
