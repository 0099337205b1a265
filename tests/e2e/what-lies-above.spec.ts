/** What sticks to an edge of the window is seen, whatever is scrolled below it. */
import type { Locator } from '@playwright/test';
import { ConsolePage } from './console-page.ts';
import { openConsole, send } from './console.ts';
import { expect, test } from './fixtures.ts';

/** Run in a page: whether an element is what is seen in its middle, also above what lets a pointer through. */
function isOnTop(element: Element): boolean {
  document.head.append(
    Object.assign(document.createElement('style'), { textContent: '* { pointer-events: auto !important }' }),
  );
  const { left, top, height } = element.getBoundingClientRect();
  return element.contains(document.elementFromPoint(left + 20, top + height / 2));
}

const middleOf = (place: Locator) => place.evaluate((element) => element.getBoundingClientRect().y);

test('the bar of a console lies above the line numbers of its editor', async ({ page }) => {
  const console = new ConsolePage(page);
  await console.open('createContact');
  await console.showBodyAs('JSON');
  await console.fillBody('{\n\n\n\n\n\n\n\n\n\n\n\n\n\n}');
  const bar = page.locator('.ob-bar');
  await page.locator('.ob-editor-lines').evaluate(
    (lines, top) => {
      let scrolled: Element | null = lines;
      while (scrolled && scrolled.scrollHeight <= scrolled.clientHeight + 1) scrolled = scrolled.parentElement;
      const place = scrolled ?? document.documentElement;
      for (const each of [place, document.documentElement]) each.scrollTop += lines.getBoundingClientRect().top - top;
    },
    await middleOf(bar),
  );
  expect(await middleOf(page.locator('.ob-editor-lines'))).toBeLessThan((await middleOf(bar)) + 5);
  expect(await bar.evaluate(isOnTop)).toBe(true);
});

test('what the changelog has for a reader is told above the line of the sandbox', async ({ page }) => {
  await openConsole(page, 'contacts/list-contacts');
  await send(page, 200);
  await page.goto('/changelog/for-me/');
  await expect(page.getByRole('complementary', { name: 'Your sandbox' })).toBeVisible();
  await page.setViewportSize({ width: 1280, height: 700 });
  const told = page.locator('#for-me [role=status]');
  await page.getByRole('checkbox', { name: 'Create a webhook' }).press('Space');
  await expect(told).not.toBeEmpty();
  await page.evaluate(() => scrollTo(0, 0));
  expect(await told.evaluate(isOnTop)).toBe(true);
});
