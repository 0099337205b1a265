import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import { outDir } from 'virtual:reference/output';
import { operationJsonAddress, OperationJson } from '../files/operation-json.ts';
import { printMarkdownPage, markdownPagesOf } from '../files/markdown-pages.ts';
import { findSchemaPages } from '../schema-pages.ts';
import { reference, schemas } from '../built-reference.ts';
import { markdownAddress } from '../markdown-address.ts';

/** So many files are being written while the next is made. */
const MAX_WRITES = 8;

export const getStaticPaths = (() => [{ params: { files: 'reference' } }]) satisfies GetStaticPaths;

/**
 * Writes all Markdown pages and operations of a build. As routes of their own, which they are in `astro dev`, they cost Astro as much again as it
 * takes to make them. An answer without a body becomes no file.
 */
export const GET: APIRoute = async ({ site }) => {
  findSchemaPages(reference, schemas.views);
  const writes: Promise<void>[] = [];
  for (const [address, text] of files(site)) {
    const file = join(outDir, decodeURI(address.slice(reference.options.siteBase.length)));
    writes.push(mkdir(dirname(file), { recursive: true }).then(() => writeFile(file, text)));
    await writes.at(-MAX_WRITES);
  }
  await Promise.all(writes);
  return new Response(null);
};

/** Address and text of each file. */
function* files(site: URL | undefined): Generator<[address: string, text: string]> {
  const json = new OperationJson(reference);
  for (const entry of reference.operations.values()) yield [operationJsonAddress(entry.address), json.print(entry)];
  for (const page of markdownPagesOf(reference, schemas.views))
    yield [markdownAddress(page.address), printMarkdownPage(page, site)];
}
