import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';
import { buildSync } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium } from '../browsers/ensure-chromium.ts';
import { onPath } from '../browsers/find.ts';
import { freePort } from '../ports.ts';
import { serveSite } from '../serve.ts';
import type { BookSource } from './book-page.ts';

declare function composeBook(source: BookSource): Promise<string[]>;
declare function numberPages(pages: Destinations): number;

/** Numbers of more digits may move what follows them: after that many prints they have to agree. */
const MOST_PRINTS = 4;

export interface PrintedBook {
  pdf: Buffer;
  pages: number;
}

export interface PrintOptions {
  /** Folder of the built site. */
  dist: string;
  source: BookSource;
  /** Of the samples. */
  language: string;
}

/** Where named places of a PDF are: by their names the numbers of their pages. */
export type Destinations = Readonly<Record<string, number>>;

/** Prints the book: again with the page numbers in its contents, until they are those of its pages. */
export async function printBook({ dist, source, language }: PrintOptions): Promise<PrintedBook> {
  if (onPath('pdfinfo') === undefined)
    throw new Error('The book needs pdfinfo, of poppler: `apt install poppler-utils`, `brew install poppler`.');
  const site = await serveSite({ directory: dist, port: await freePort() });
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await (await browser.newContext({ bypassCSP: true, colorScheme: 'light' })).newPage();
    await openBook(page, `${site.url}/book/`, source, language);
    return await printUntilRight(page);
  } finally {
    await browser.close();
    await site.close();
  }
}

async function openBook(page: Page, address: string, source: BookSource, language: string): Promise<void> {
  const shell = `<!doctype html><html lang="en" data-theme="light" data-language="${language}"><meta charset="utf-8"><title>${source.title}</title><body></body></html>`;
  await page.route(address, (route) => route.fulfill({ body: shell, contentType: 'text/html' }));
  await page.goto(address);
  await page.emulateMedia({ media: 'print' });
  const entryPoints = [join(import.meta.dirname, 'book-page.ts')];
  const [{ text = '' } = {}] = buildSync({ entryPoints, bundle: true, write: false, format: 'iife' }).outputFiles;
  await page.addScriptTag({ content: text });
  const broken = await page.evaluate((given) => composeBook(given), source);
  if (broken.length > 0) throw new Error(`Links within the book that lead nowhere:\n${broken.join('\n')}`);
  // After the styles of the pages, which it corrects.
  await page.addStyleTag({ content: readFileSync(join(import.meta.dirname, 'book.css'), 'utf8') });
}

async function printUntilRight(page: Page): Promise<PrintedBook> {
  let before = '';
  for (let print = 0; print < MOST_PRINTS; print += 1) {
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, outline: true, tagged: true });
    const places = destinationsOf(pdf);
    const now = JSON.stringify(places);
    if (now === before) return { pdf, pages: pagesOf(pdf) };
    before = now;
    const unknown = await page.evaluate((pages) => numberPages(pages), places);
    if (unknown > 0) throw new Error(`${unknown} entries of the contents are on no page.`);
  }
  throw new Error(`The page numbers of the contents were still wrong after ${MOST_PRINTS} prints.`);
}

/** The named places of a PDF. */
export function destinationsOf(pdf: Buffer): Destinations {
  const lines = pdfinfo(pdf, '-dests').matchAll(/^\s*(\d+) \[.*?\] "(.*)"$/gm);
  return Object.fromEntries([...lines].map(([, page, name = '']) => [name, Number(page)]));
}

export function pagesOf(pdf: Buffer): number {
  return Number(/^Pages:\s+(\d+)$/m.exec(pdfinfo(pdf))?.[1]);
}

function pdfinfo(pdf: Buffer, ...options: string[]): string {
  return execFileSync('pdfinfo', [...options, '-'], { input: pdf, encoding: 'utf8', maxBuffer: 2 ** 28 });
}
