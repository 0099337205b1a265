import { createHash } from 'node:crypto';
import { seed } from '../seed.ts';
import { accessibilityFaults, setTheme, unfold } from './accessibility.ts';
import { expect, test } from './fixtures.ts';
import { sitePages } from './site-pages.ts';

/** The rules that depend on the theme, and those on the width; all others are checked once. */
const ofTheme = ['color-contrast', 'link-in-text-block'];
const ofWidth = ['target-size', 'scrollable-region-focusable', 'button-name', 'link-name', 'aria-hidden-focus'];
const widths = [320, 375, 768, 1024, 1440, 1920];

/**
 * Guides, resources, operations, events and schemas have pages of one make each: an eighth of them is drawn, by the seed, in each run;
 * in a quick one a page of each make, and a quarter of all others.
 */
const alike = [
  /^\/guides\/.+\/$/,
  /^\/reference\/(?!events|schemas)[^/]+\/$/,
  /^\/reference\/(?!events|schemas)[^/]+\/[^/]+\/$/,
  /^\/reference\/events\/[^/]+\/$/,
  /^\/reference\/schemas\/[^/]+\/$/,
];
const { EVERY_PAGE, QUICK_TESTS } = process.env;

/** How many of so many pages are looked at. */
function drawnOf(count: number, [usual, quick]: readonly [usual: number, quick: number]): number {
  if (EVERY_PAGE !== undefined) return count;
  return Math.ceil(count * (QUICK_TESTS === undefined ? usual : quick));
}

/** Another order for each seed. */
function shuffled(pages: readonly string[]): string[] {
  const place = (page: string) => createHash('sha256').update(`${seed} ${page}`).digest('hex');
  return pages.toSorted((a, b) => place(a).localeCompare(place(b)));
}

const draw = (pages: readonly string[], shares: readonly [number, number]) =>
  shuffled(pages).slice(0, drawnOf(pages.length, shares));
const groups = alike.map((pattern) => sitePages.filter((page) => pattern.test(page)));
const others = sitePages.filter((page) => !alike.some((pattern) => pattern.test(page)));
const drawn = [...draw(others, [1, 1 / 4]), ...groups.flatMap((pages) => draw(pages, [1 / 8, 1 / 100]))];

// Scalar's own page has its own spec.
for (const address of drawn.filter((page) => page !== '/explorer/')) {
  test(`${address} is accessible in both themes and on a phone, and never wider than the window`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(address);
    await unfold(page);
    await setTheme(page, 'light');
    const light = await accessibilityFaults(page, { targetSize: true });
    await setTheme(page, 'dark');
    const dark = await accessibilityFaults(page, { rules: ofTheme });
    await page.setViewportSize({ width: 320, height: 640 });
    const phone = await accessibilityFaults(page, { rules: ofWidth, targetSize: true });
    expect({ light, dark, phone }).toEqual({ light: [], dark: [], phone: [] });

    const tooWide: number[] = [];
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      const content = await page.evaluate(() => document.documentElement.scrollWidth);
      if (content > width) tooWide.push(width);
    }
    expect(tooWide, 'widths at which the page scrolls sideways').toEqual([]);
  });
}
