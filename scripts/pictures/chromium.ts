import { chromium } from '@playwright/test';
import type { BrowserContext } from '@playwright/test';
import { ensureChromium } from '../browsers/ensure-chromium.ts';
import { drawImages, TALLEST, WINDOW_HEIGHT } from './views.ts';
import type { Camera, Subject, View } from './views.ts';

/** In a picture of a tool that is taller than the window, what sticks to the window would stand in the middle. */
const NOTHING_STICKS = `
  :is(header.header, mobile-starlight-toc, .sl-menu-button, .ob-strip) { display: none !important }
  :is(.ob-bar, .aside) { position: static !important; max-height: none !important }`;

/** Takes all there is, by Playwright. @param site address of the site */
export async function openChromium(site: string): Promise<Camera> {
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox', '--disable-gpu'] });
  const take = async (context: BrowserContext, { address, stage }: Subject, { look, width }: View) => {
    const page = await context.newPage();
    await page.goto(site + address, { waitUntil: 'load' });
    const place = await stage?.(page);
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.evaluate(drawImages);
    if (look === 'print') return page.pdf({ format: 'A4' });
    if (place) return place.first().screenshot({ style: NOTHING_STICKS });
    if (stage) return page.screenshot();
    const tall = await page.evaluate(() => document.documentElement.scrollHeight);
    return page.screenshot({ fullPage: true, clip: { x: 0, y: 0, width, height: Math.min(tall, TALLEST) } });
  };
  return {
    takes: () => true,
    take: async (subject, view) => {
      const context = await browser.newContext({
        viewport: { width: view.width, height: WINDOW_HEIGHT },
        colorScheme: view.look === 'dark' ? 'dark' : 'light',
        forcedColors: view.look === 'forced-colors' ? 'active' : 'none',
        reducedMotion: 'reduce',
        serviceWorkers: 'block',
      });
      try {
        return await take(context, subject, view);
      } finally {
        await context.close();
      }
    },
    close: () => browser.close(),
  };
}
