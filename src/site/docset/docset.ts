import { packTar } from 'modern-tar';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Policies } from '../../openapi/document/policies.ts';
import { relativeTo } from '../copy/relative-address.ts';
import { relocatePage, relocateStyle } from '../copy/relocate-page.ts';
import type { IdentifierIndex } from '../reference/search/identifiers.ts';
import { docsetPage } from './docset-page.ts';
import { docsetEntries } from './entries.ts';
import type { DocsetEntry } from './entries.ts';
import { writeIndex } from './index-file.ts';
import { infoPlist } from './info-plist.ts';
import type { DocsetIdentity } from './info-plist.ts';
import { pageHeadings } from './page-headings.ts';

export interface DocsetOptions extends DocsetIdentity {
  readonly policies: Pick<Policies, 'errors' | 'scopes'>;
  /** Prefixes of the pages that are in it. */
  readonly pages: readonly string[];
  /** Prefixes of those whose headings are entries. */
  readonly prose: readonly string[];
}

/** A docset of a built site, unpacked: content by path, below the docset's folder. */
export async function docsetFiles(folder: string, options: DocsetOptions): Promise<Map<string, Uint8Array>> {
  const pages = pagesOf(folder, options.pages);
  const entries = entriesOf(folder, pages, options).filter(({ address }) =>
    pages.includes(address.replace(/#.*$/s, '')),
  );
  const documents = documentsOf(folder, pages, options.site);
  const icon = (size: number) => sharp(join(folder, 'favicon.svg'), { density: 288 }).resize(size).png().toBuffer();
  return new Map<string, Uint8Array>([
    ['icon.png', await icon(16)],
    ['icon@2x.png', await icon(32)],
    ['Contents/Info.plist', new TextEncoder().encode(infoPlist(options))],
    ['Contents/Resources/docSet.dsidx', indexOf(entries)],
    ...[...documents].map(([path, content]) => [`Contents/Resources/Documents/${path}`, content] as const),
  ]);
}

/** The archive that is handed out. */
export async function docsetArchive(
  name: string,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<Uint8Array<ArrayBuffer>> {
  const entries = [...files].map(([path, body]) => ({
    header: {
      name: `${name}.docset/${path}`,
      size: body.length,
      mtime: new Date(0),
      mode: 0o644,
      type: 'file' as const,
    },
    body,
  }));
  const packed = new Response(await packTar(entries)).body?.pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

function pagesOf(folder: string, prefixes: readonly string[]): string[] {
  return globSync('**/index.html', { cwd: folder })
    .map((file) => `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`)
    .filter((page) => prefixes.some((prefix) => (prefix === '/' ? page === prefix : page.startsWith(prefix))))
    .sort();
}

const htmlOf = (folder: string, page: string): string => readFileSync(join(folder, page, 'index.html'), 'utf8');

function entriesOf(folder: string, pages: readonly string[], { policies, prose }: DocsetOptions): DocsetEntry[] {
  const index = JSON.parse(readFileSync(join(folder, 'identifiers.json'), 'utf8')) as IdentifierIndex;
  const told = pages
    .filter((page) => prose.some((prefix) => page.startsWith(prefix)))
    .map((address) => ({ address, ...pageHeadings(docsetPage(htmlOf(folder, address))) }));
  return docsetEntries({ index, policies, prose: told });
}

function documentsOf(folder: string, pages: readonly string[], site: string): Map<string, Uint8Array> {
  const assets = globSync('_astro/**/*.{css,woff2,avif,png,svg}', { cwd: folder }).map((file) =>
    file.replaceAll('\\', '/'),
  );
  const inside = new Set([...pages, ...assets.map((file) => `/${file}`)]);
  const has = (path: string): boolean => inside.has(path);
  const naming = relativeTo((path) => path.endsWith('/'));
  const encode = (text: string) => new TextEncoder().encode(text);
  const files = new Map<string, Uint8Array>();
  for (const page of pages) {
    const html = docsetPage(htmlOf(folder, page));
    const text = relocatePage(html, { page, has, naming, site, head: '', attributes: {} });
    files.set(`${page.slice(1)}index.html`, encode(text));
  }
  for (const file of assets) {
    const content = readFileSync(join(folder, file));
    const isStyle = file.endsWith('.css');
    files.set(
      file,
      isStyle ? encode(relocateStyle(content.toString('utf8'), { page: `/${file}`, has, naming })) : content,
    );
  }
  return files;
}

function indexOf(entries: readonly DocsetEntry[]): Uint8Array {
  const place = mkdtempSync(join(tmpdir(), 'docset-'));
  try {
    const file = join(place, 'docSet.dsidx');
    writeIndex(file, entries, (address) => address.slice(1).replace(/(^|\/)(#.*)?$/s, '$1index.html$2'));
    return readFileSync(file);
  } finally {
    rmSync(place, { recursive: true });
  }
}
