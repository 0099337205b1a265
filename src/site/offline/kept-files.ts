import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ASSETS } from './cache-names.ts';
import type { KeptFile, KeptFiles } from './worker/kept-files.ts';
import { reachedFrom } from './reached-assets.ts';

/** What pages fetch by themselves, besides scripts and styles. */
const DATA = [
  'favicon.svg',
  'openapi.json',
  'errors.json',
  'identifiers.json',
  'arazzo.json',
  'reference/**/*.json',
  'pagefind/**/*',
];

/** Pages that nobody is to come upon in place of another. */
const EXCEPT = ['404.html'];

/** Pages whose own scripts are kept when they are opened, and not before: they weigh as much as all others. */
const ON_VISIT = ['explorer/index.html'];

/**
 * What of a built site is kept for readers without a network: all pages and what they need. Not kept are downloads, feeds, Markdown
 * pages and pictures for shared links.
 *
 * @param folder of the build
 */
export function keptFiles(folder: string): KeptFiles {
  const pages = list(folder, ['**/*.html']).filter((file) => !EXCEPT.includes(file));
  const assets = list(folder, [`${ASSETS.slice(1)}**/*`]);
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  const reached = reachedFrom(
    pages.filter((page) => !ON_VISIT.includes(page)),
    assets,
    read,
  );
  const files = [...pages, ...list(folder, DATA), ...assets.filter((file) => reached.has(file))];
  return {
    files: files.sort().map((file) => keptFile(folder, file)),
    onVisit: assets.filter((file) => !reached.has(file)).map((file) => `/${file}`),
  };
}

function list(folder: string, patterns: readonly string[]): string[] {
  const found = globSync(patterns, { cwd: folder, withFileTypes: false }).map((file) => file.replaceAll('\\', '/'));
  return found.filter((file) => /\.[^/]+$/.test(file)).sort();
}

function keptFile(folder: string, file: string): KeptFile {
  const content = readFileSync(join(folder, file));
  const url = encodeURI(`/${file.replace(/(^|\/)index\.html$/, '$1')}`);
  const isHashed = `/${file}`.startsWith(ASSETS);
  const revision = isHashed ? null : createHash('sha256').update(content).digest('hex').slice(0, 16);
  return { url, revision, size: content.length };
}
