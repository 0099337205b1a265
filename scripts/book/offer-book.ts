import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BOOK_PLACE } from '../../src/site/book-place.ts';

/** Has the downloads page of a built site offer the book that lies beside it. */
export function offerBook(dist: string, { pages, bytes }: { pages: number; bytes: number }): void {
  const file = join(dist, 'resources', 'index.html');
  const html = readFileSync(file, 'utf8');
  const size = (bytes / 1_000_000).toFixed(1);
  const link = `<p data-book><a href="/orbinto-developers.pdf" download>The book, PDF</a>, ${pages} pages, ${size} MB</p>`;
  const place = /<p data-book>.*?<\/p>/.exec(html)?.[0] ?? BOOK_PLACE;
  writeFileSync(file, html.replace(place, link));
}
