import type { KeptFiles } from './kept-files.ts';

/** Which requests the worker has an answer for; all others it leaves to the browser. */
export interface Kept {
  /** The path under which the answer to a request is kept; undefined where none is. */
  pathOf(url: URL): string | undefined;
  /** Whether an address is that of a page, or would be: in a folder that has some. */
  isPlaceOfPages(url: URL): boolean;
  /** The page that an address without its last slash means. */
  withSlash(url: URL): string | undefined;
}

/**
 * @param files what is kept
 * @returns what tells a kept file by its path; a query changes no file
 */
export function keptBy({ files }: Pick<KeptFiles, 'files'>): Kept {
  const paths = new Set(files.map(({ url }) => url));
  const pages = [...paths].filter((path) => path.endsWith('/'));
  // The endpoints of sign-in stand beside its pages, under addresses that have no page.
  const folders = new Set(pages.map(folderOf).filter((name) => name !== '' && name !== 'oauth'));
  return {
    pathOf: ({ pathname }) => (paths.has(pathname) ? pathname : undefined),
    isPlaceOfPages: ({ pathname }) => folders.has(folderOf(pathname)) && !/\.[^/]*$/.test(pathname),
    withSlash: ({ pathname }) => (paths.has(`${pathname}/`) ? `${pathname}/` : undefined),
  };
}

function folderOf(path: string): string {
  return path.split('/')[1] ?? '';
}
