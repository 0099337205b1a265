import { zip } from 'fflate';
import type { AsyncZippable as Zippable } from 'fflate';
import { extname } from 'node:path';

/** Formats that are compressed already. */
const PACKED = new Set(['.avif', '.png', '.woff2', '.gz', '.tgz']);
/** The first time that the format can tell, as the clock here shows it: the same files make the same archive. */
const TIME = new Date(1980, 0, 1);

/** @param folder that everything in the archive stands in */
export async function zipOf(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> {
  const entries: Zippable = {};
  for (const [path, content] of files) {
    const isPacked = PACKED.has(extname(path)) || path.startsWith('pagefind/');
    entries[`${folder}/${path}`] = [content, { level: isPacked ? 0 : 9 }];
  }
  return new Promise((resolve, reject) => {
    zip(entries, { mtime: TIME }, (error, archive) => (error ? reject(error) : resolve(archive)));
  });
}
