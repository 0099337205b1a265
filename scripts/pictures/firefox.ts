import { launch } from 'puppeteer-core';
import type { Browser } from 'puppeteer-core';
import { drawImages, TALLEST, WINDOW_HEIGHT } from './views.ts';
import type { Camera, Subject, View } from './views.ts';

/** What each look is to Firefox. @see https://searchfox.org/mozilla-central/source/modules/libpref/init/StaticPrefList.yaml */
const PREFERENCES: Readonly<Record<View['look'], Record<string, number>>> = {
  light: { 'layout.css.prefers-color-scheme.content-override': 1 },
  dark: { 'layout.css.prefers-color-scheme.content-override': 0 },
  'forced-colors': { 'browser.display.document_color_use': 2, 'ui.useAccessibilityTheme': 1 },
  print: { 'layout.css.prefers-color-scheme.content-override': 1 },
};

/** Takes pages, not the tools in use. @param site address of the site */
export function openFirefox(executablePath: string, site: string): Camera {
  const browsers = new Map<View['look'], Browser>();
  const browserFor = async (look: View['look']): Promise<Browser> => {
    const extraPrefsFirefox = { 'ui.prefersReducedMotion': 1, ...PREFERENCES[look] };
    const browser =
      browsers.get(look) ?? (await launch({ browser: 'firefox', executablePath, headless: true, extraPrefsFirefox }));
    browsers.set(look, browser);
    return browser;
  };
  const take = async ({ address }: Subject, { look, width }: View) => {
    const context = await (await browserFor(look)).createBrowserContext();
    try {
      const page = await context.newPage();
      await page.setViewport({ width, height: WINDOW_HEIGHT });
      await page.goto(site + address);
      await page.evaluate(drawImages);
      if (look === 'print') return Buffer.from(await page.pdf({ format: 'A4' }));
      const tall = await page.evaluate(() => document.documentElement.scrollHeight);
      const clip = { x: 0, y: 0, width, height: Math.min(tall, TALLEST) };
      return Buffer.from(await page.screenshot({ captureBeyondViewport: true, clip }));
    } finally {
      await context.close();
    }
  };
  return {
    takes: ({ stage }) => stage === undefined,
    take,
    close: async () => {
      for (const browser of browsers.values()) await browser.close();
    },
  };
}
