/** A page that is still on its way is laid out as it will be: nothing that is there moves when the rest comes. */
import type { Page } from '@playwright/test';
import { addressOf } from './console-page.ts';
import { expect, test } from './fixtures.ts';

/** What stands at the sides of a page, and the text itself. */
const parts = ['header', '.sidebar-pane', '.right-sidebar', 'main', 'main h1', '.aside', '.hero .actions'];

/** Left and upper edge, and width, of each part that is there, in pixels. */
function places(page: Page): Promise<Record<string, number[]>> {
  return page.evaluate((selectors) => {
    const found = selectors.flatMap((selector) => {
      const box = document.querySelector(selector)?.getBoundingClientRect();
      return box && box.height > 0
        ? [[selector, [Math.round(box.left), Math.round(box.top), Math.round(box.width)]]]
        : [];
    });
    return Object.fromEntries(found) as Record<string, number[]>;
  }, parts);
}

/** Where the document may be cut: before the text, after its heading, in its middle. */
const cuts: readonly ((html: string) => number)[] = [
  (html) => html.search(/<div class="main-pane|<main/),
  // The breadcrumbs follow a heading that they stand above.
  (html) => Math.max(html.indexOf('</h1>') + 5, html.indexOf('class="route"')),
  (html) => html.search(/<div class="quick-start|<pre/),
  (html) => html.indexOf('<p', html.length / 2),
];

for (const address of ['/', '/guides/pagination/', addressOf('createContact'), '/errors/', '/changelog/'])
  test(`${address} stays where it is while it comes`, async ({ page }) => {
    await page.goto(address);
    const whole = await places(page);
    expect(Object.keys(whole).length).toBeGreaterThanOrEqual(3);
    const html = (await (await page.request.get(address)).text()).replace(/<script type="module"[^>]*><\/script>/g, '');
    const ends = cuts.map((cut) => cut(html)).filter((end) => end > 0);
    expect(ends.length).toBeGreaterThanOrEqual(3);
    for (const end of ends) {
      await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body: html.slice(0, end) }));
      await page.goto(address);
      const early = await places(page);
      await page.unroute(address);
      expect(whole).toMatchObject(early);
    }
  });
