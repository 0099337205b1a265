import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MadeReference } from '../make-reference.ts';
import { markdownAddress } from '../markdown-address.ts';
import { markdownPagesOf, printMarkdownPage } from './markdown-pages.ts';
import { OperationJson, operationJsonAddress } from './operation-json.ts';

/**
 * Writes the Markdown of all pages and the JSON of all operations into a finished build, which has the folders of the pages. As routes,
 * which they are in `astro dev`, they would cost Astro as much again as it takes to make them.
 * @param folder The built site.
 * @param site Its address; without it links begin at the root.
 */
export function writeFiles(made: MadeReference, folder: string, site: string | undefined): void {
  const base = made.reference.options.siteBase.length;
  for (const [address, text] of files(made, site === undefined ? undefined : new URL(site)))
    writeFileSync(join(folder, decodeURI(address.slice(base))), text);
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
