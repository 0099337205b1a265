// `npm run book`: the whole documentation as one PDF, beside the built site, which then offers it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { languages } from '../src/generators/samples/languages.ts';
import { loadDocument, SPEC_FILE } from '../src/openapi/document/load.ts';
import { buildSite } from './build.ts';
import { bookParts } from './book/book-parts.ts';
import { editionOf } from './book/edition.ts';
import { offerBook } from './book/offer-book.ts';
import { printBook } from './book/print-book.ts';
import { dist } from './paths.ts';

const ids = languages.map(({ id }) => id);
const usage = `Usage: npm run book -- [--language ${ids.join('|')}] [--out FILE]`;

/** Where the built site is to stand, as its pages say. */
function publishedAt(): string {
  const [, href = ''] =
    /<link rel="canonical" href="([^"]+)"/.exec(readFileSync(join(dist, 'index.html'), 'utf8')) ?? [];
  return new URL(href).origin;
}

async function main(args: string[]): Promise<void> {
  const options = { language: { type: 'string', default: ids[0] }, out: { type: 'string' } } as const;
  const { language = '', out } = parseArgs({ args, options }).values;
  if (!ids.some((id) => id === language)) throw new TypeError(`There are no samples in ${language}.`);
  const document = await loadDocument(SPEC_FILE);
  await buildSite({ onlyIfStale: true });
  const source = {
    title: 'Orbinto Developers',
    edition: editionOf(document.info.version),
    site: publishedAt(),
    parts: bookParts(document, dist),
  };
  const { pdf, pages } = await printBook({ dist, source, language });
  const file = out ?? join(dist, 'orbinto-developers.pdf');
  writeFileSync(file, pdf);
  if (out === undefined) offerBook(dist, { pages, bytes: pdf.length });
  console.log(`${file}: ${pages} pages, ${(pdf.length / 1_000_000).toFixed(1)} MB`);
}

await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof TypeError ? `${error.message}\n${usage}` : error);
  process.exitCode = 1;
});
