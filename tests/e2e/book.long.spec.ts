/** Some of the whole documentation as one PDF, read page by page; that the book holds all of it, `tests/dist` checks. */
import { execFileSync } from 'node:child_process';
import { bookParts } from '../../scripts/book/book-parts.ts';
import { keyOf } from '../../scripts/book/own-links.ts';
import { destinationsOf, pagesOf, printBook } from '../../scripts/book/print-book.ts';
import { onPath } from '../../scripts/browsers/find.ts';
import { dist } from '../../scripts/paths.ts';
import { loadDocument, loadPolicies, SPEC_FILE } from '../../src/openapi/document/load.ts';
import { listOperations } from '../../src/openapi/model/operations.ts';
import { expect, test } from './fixtures.ts';

// Under CI a missing program fails; elsewhere `npm test` tells that it is not there.
test.skip(!process.env['CI'] && onPath('pdftotext') === undefined, 'pdftotext is not installed');

const PARTS = ['Get started', 'Reference: Operators', 'Reference: Webhooks', 'Look up'];

const bare = (text: string): string => text.replace(/\s+/g, '');
const textOf = (pdf: Buffer): string[] =>
  execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8', maxBuffer: 2 ** 28 })
    .split('\f')
    .slice(0, -1);
const linesOf = (sheet: string): string[] => sheet.split('\n').filter((line) => line.trim() !== '');

async function someOfTheBook() {
  const document = await loadDocument(SPEC_FILE);
  const parts = bookParts(document, dist).filter(({ title }) => PARTS.includes(title));
  const source = { title: 'Orbinto Developers', edition: 'Edition of a test', site: 'https://book.example', parts };
  const { pdf, pages } = await printBook({ dist, source, language: 'python' });
  const operations = listOperations(document).filter(({ tag }) => tag === 'operators' || tag === 'webhooks');
  return { pdf, pages, parts, operations, sheets: textOf(pdf) };
}

test('the book has numbered pages, contents that name the pages on which all of it is, and links within it', async () => {
  test.slow();
  const { pdf, pages, parts, operations, sheets } = await someOfTheBook();
  expect(parts.map(({ title }) => title)).toEqual(PARTS);
  expect([sheets.length, pagesOf(pdf)]).toEqual([pages, pages]);

  // The title has no number, each other sheet has that of its place, and something on it.
  const [title = [], ...others] = sheets.map(linesOf);
  expect(title.map((line) => line.trim())).toEqual(['Orbinto Developers', 'Edition of a test', 'https://book.example']);
  expect(others.flatMap((lines, index) => (lines.at(-1)?.trim() === String(index + 2) ? [] : index + 2))).toEqual([]);
  expect(others.flatMap((lines, index) => (lines.length > 3 ? [] : index + 2))).toEqual([]);

  const first = destinationsOf(pdf)[keyOf(parts[0]?.pages[0] ?? '')] ?? 0;
  const entries = sheets
    .slice(1, first - 1)
    .flatMap((sheet) => [...sheet.matchAll(/^ *(\S.*?) {2,}(\d+)$/gm)])
    .map(([, name = '', page]) => ({ name, page: Number(page) }));
  expect(entries.length).toBeGreaterThan(parts.flatMap((part) => part.pages).length);
  expect(entries.filter(({ name, page }) => !bare(sheets[page - 1] ?? '').includes(bare(name)))).toEqual([]);
  const names = new Set(entries.map(({ name }) => bare(name)));
  expect(operations.filter(({ summary }) => !names.has(bare(summary)))).toEqual([]);

  const text = bare(sheets.join(''));
  const { errors, scopes } = await loadPolicies();
  const wanted = [
    ...operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`),
    ...errors.map(({ code }) => code),
    ...scopes.map(({ id }) => id),
    'import urllib.request',
  ];
  expect(wanted.filter((words) => !text.includes(bare(words)))).toEqual([]);
  expect(text).not.toMatch(/curl[^"]*"https:..api\.orbinto|Tryit|ViewasMarkdown/);
  // A block of code has the name of its language above it, where a page has what chooses it.
  expect(sheets.join('\n')).toMatch(/^ *Python\n+ *import/m);
  expect(sheets.join('\n')).not.toMatch(/^ *curl\n+ *import/m);

  const raw = pdf.toString('latin1');
  expect(raw).toContain('/Outlines');
  expect(raw).toContain('/StructTreeRoot');
  expect((raw.match(/\/Subtype \/Link/g) ?? []).length).toBeGreaterThan(entries.length);
});
