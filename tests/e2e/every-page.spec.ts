import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { sitePages } from './site-pages.ts';

// The explorer is Scalar's: `explorer-accessibility.spec.ts` checks it.
const pages = sitePages.filter((address) => address !== '/explorer/');

/** Accessibility faults of the page as it stands, one line each. */
async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** Opens what is folded, so that it is checked too. */
async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

async function setTheme(page: Page, theme: 'dark' | 'light'): Promise<void> {
  await page.evaluate((name) => void (document.documentElement.dataset.theme = name), theme);
}

for (const address of pages) {
  test(`${address} is accessible in both themes and on a phone, and fits its width`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const answer = await page.goto(address);
    expect(answer?.status()).toBe(200);
    await unfold(page);
    for (const theme of ['dark', 'light'] as const) {
      await setTheme(page, theme);
      expect(await violations(page), theme).toEqual([]);
    }
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await violations(page), '320 px').toEqual([]);
    for (const width of [320, 375, 768, 1440, 1920]) {
      await page.setViewportSize({ width, height: 800 });
      const content = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(content, `${width} px`).toBeLessThanOrEqual(width);
    }
  });
}
