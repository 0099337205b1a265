import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { isRecord } from '../../openapi/document/refs.ts';
import type { Change } from '../../openapi/changes/change.ts';

/**
 * What is wrong with the announcement of what breaks clients: breaking changes that it does not name, and names of none.
 * @param announced Their `location`s, as `content/changelog/next.md` names them
 * @returns one line each; none: all is well
 */
export function announcementFaults(changes: readonly Change[], announced: readonly string[]): string[] {
  const breaking = changes.filter(({ severity }) => severity === 'breaking');
  const known = new Set(breaking.map(({ location }) => location));
  return [
    ...breaking
      .filter(({ location }) => !announced.includes(location))
      .map(
        ({ location, message }) =>
          `Breaks clients and is not announced: ${message} Undo it, or name '${location}' under breaking: in content/changelog/next.md.`,
      ),
    ...announced
      .filter((location) => !known.has(location))
      .map((location) => `Announced in content/changelog/next.md, but nothing breaks there: '${location}'.`),
  ];
}

/** The locations that the frontmatter of a changelog entry announces under `breaking:`; none where there is no such file. */
export async function announcedIn(file: URL): Promise<string[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const [, matter = ''] = /^---\r?\n(.*?)\r?\n---/s.exec(text) ?? [];
  const data: unknown = parse(matter);
  return isRecord(data) && Array.isArray(data.breaking) ? data.breaking.map(String) : [];
}
