import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { median } from '../report.ts';

/** What a build wrote. */
export interface Output {
  readonly bytes: number;
  readonly pages: number;
  /** Bytes of HTML, compressed with gzip: of the middle operation page, and of the heaviest page of all. */
  readonly medianPage: number;
  readonly largestPage: { readonly path: string; readonly bytes: number };
  /** Bytes of HTML of the middle operation page as it is. */
  readonly medianHtml: number;
}

/**
 * @param folder a built site
 * @param isOperation whether a page, by its path, is of an operation
 */
export function describeOutput(folder: string, isOperation: (path: string) => boolean): Output {
  const files = globSync('**/*', { cwd: folder, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
  const pages = globSync('**/*.html', { cwd: folder }).map((path) => {
    const html = readFileSync(join(folder, path));
    return { path, html: html.length, bytes: gzipSync(html, { level: 9 }).length };
  });
  const operations = pages.filter(({ path }) => isOperation(path));
  const largestPage = pages.reduce((one, other) => (other.bytes > one.bytes ? other : one), {
    path: '',
    html: 0,
    bytes: 0,
  });
  return {
    bytes,
    pages: pages.length,
    medianPage: median(operations.map((page) => page.bytes)),
    medianHtml: median(operations.map((page) => page.html)),
    largestPage,
  };
}
