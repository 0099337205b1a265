// `node scripts/landing-pictures.ts`: takes the landing page's pictures anew, of the built site in both themes. Look at them before you commit.
import { chromium } from '@playwright/test';
import type { Browser, Locator, Page } from '@playwright/test';
import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import sharp from 'sharp';
import { findChromium } from './browsers/find.ts';
import { dist, root } from './paths.ts';
import { openPanel, playPlayground, sendRequest } from './pictures/stages.ts';
import { freePort } from './ports.ts';
import { serveSite } from './serve.ts';

const folder = join(root, 'src/site/components/landing/pictures');

/** Device pixels a CSS pixel: sharp where a picture is drawn at its own size. */
const SCALE = 1.5;

/** CSS pixels around what is taken. */
const MARGIN = 16;

interface Picture {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** Does what is to be seen. @returns what is taken */
  readonly stage: (page: Page) => Promise<Locator>;
  /** Of what is higher, only the end is taken: this much of its width. */
  readonly ratio?: number;
}

const pictures: readonly Picture[] = [
  { name: 'playground', width: 1200, height: 900, stage: stagePlayground },
  { name: 'console', width: 1440, height: 900, stage: stageConsole },
  { name: 'panel', width: 1440, height: 1000, stage: stagePanel, ratio: 3 / 4 },
];

async function stagePlayground(page: Page): Promise<Locator> {
  await page.goto('/playground/');
  await playPlayground(page);
  return page.locator('.pg-columns');
}

async function stageConsole(page: Page): Promise<Locator> {
  await page.goto('/reference/contacts/create-contact/');
  const response = await sendRequest(page);
  await response.scrollIntoViewIfNeeded();
  return response;
}

async function stagePanel(page: Page): Promise<Locator> {
  await page.goto('/guides/sandbox/');
  return openPanel(page);
}

/** A place and a little of what is around it, so that nothing in it stands at the edge. */
async function withMargin(page: Page, place: Locator, ratio = Infinity): Promise<Buffer> {
  await page.addStyleTag({ content: 'header.header { visibility: hidden }' });
  const box = await place.boundingBox();
  if (!box) throw new Error('What is to be taken is not on the page.');
  const width = box.width + 2 * MARGIN;
  const height = Math.min(box.height + 2 * MARGIN, ratio * width);
  const bottom = box.y + box.height + MARGIN + (await page.evaluate(() => scrollY));
  return page.screenshot({ fullPage: true, clip: { x: box.x - MARGIN, y: bottom - height, width, height } });
}

async function take(
  browser: Browser,
  { name, width, height, stage, ratio }: Picture,
  theme: 'light' | 'dark',
  url: string,
): Promise<void> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height },
    deviceScaleFactor: SCALE,
    colorScheme: theme,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const place = await stage(page);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const file = join(folder, `${name}-${theme}.avif`);
  await sharp(await withMargin(page, place, ratio))
    .avif({ quality: 55 })
    .toFile(file);
  console.log(`${basename(file)}  ${statSync(file).size} bytes`);
  await context.close();
}

const server = await serveSite({ directory: dist, port: await freePort() });
const executablePath = findChromium();
const browser = await chromium.launch({
  ...(executablePath !== undefined && { executablePath }),
  args: ['--no-sandbox'],
});
try {
  for (const picture of pictures)
    for (const theme of ['light', 'dark'] as const) await take(browser, picture, theme, server.url);
} finally {
  await browser.close();
  await server.close();
}
