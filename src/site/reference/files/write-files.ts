import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { MadeReference } from '../make-reference.ts';
import { markdownAddress } from '../markdown-address.ts';
import { markdownPagesOf, printMarkdownPage } from './markdown-pages.ts';
import { OperationJson, operationJsonAddress } from './operation-json.ts';

/** So many files are being written while the next is made. */
const MAX_WRITES = 8;

/**
 * Writes the Markdown of all pages and the JSON of all operations into a finished build. As routes, which they are in
 * `astro dev`, they would cost Astro as much again as it takes to make them.
 * @param folder The built site.
 * @param site Its address; without it links begin at the root.
 */
export async function writeFiles(made: MadeReference, folder: string, site: string | undefined): Promise<void> {
  const base = made.reference.options.siteBase.length;
  const writes: Promise<void>[] = [];
  for (const [address, text] of files(made, site === undefined ? undefined : new URL(site))) {
    const file = join(folder, decodeURI(address.slice(base)));
    writes.push(mkdir(dirname(file), { recursive: true }).then(() => writeFile(file, text)));
    await writes.at(-MAX_WRITES);
  }
  await Promise.all(writes);
}

/** Address and text of each file. */
function* files(
  { reference, views }: MadeReference,
  site: URL | undefined,
): Generator<[address: string, text: string]> {
  const json = new OperationJson(reference);
  for (const entry of reference.operations.values()) yield [operationJsonAddress(entry.address), json.print(entry)];
  for (const page of markdownPagesOf(reference, views))
    yield [markdownAddress(page.address), printMarkdownPage(page, site)];
}
