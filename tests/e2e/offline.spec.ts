/** After one visit the site works without a network. */
import type { Page } from '@playwright/test';
import { startDeployments } from './deployments.ts';
import type { Deployments } from './deployments.ts';
import { response, send } from './console.ts';
import { expect, mayReach, test } from './fixtures.ts';

test.use({ serviceWorkers: 'allow' });

let site: Deployments;

test.beforeEach(async ({ page, context }) => {
  site = await startDeployments();
  mayReach(page, site.base);
  context.setDefaultTimeout(30_000);
});

test.afterEach(() => site.close());

/** Resolves once the site is kept, and the worker answers for the page. */
async function isKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active?.state !== 'activated')
      await new Promise((resolve) => active?.addEventListener('statechange', resolve, { once: true }));
  });
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

test(
  'one visit is enough for guides, reference, search, console and sandbox; nothing is fetched before the page is there',
  { tag: '@long' },
  async ({ page }) => {
    await page.goto(`${site.base}/guides/pagination/`, { waitUntil: 'load' });
    const before = [...site.asked];
    await isKept(page);
    expect(before.filter((path) => /^\/(?:pagefind|reference|errors)\//.test(path))).toEqual([]);
    expect(site.asked.filter((path) => /^\/pictures\/|\.(?:zip|tgz|md)$/.test(path))).toEqual([]);
    await site.close();

    await test.step('pages', async () => {
      for (const address of ['/guides/errors/', '/guides/webhooks', '/reference/', '/errors/#email_taken', '/']) {
        await page.goto(site.base + address);
        await expect(page.locator('h1')).not.toContainText('Without a network');
      }
    });
    await test.step('search', async () => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'Search' }).fill('rotate a webhook secret');
      await expect(page.getByRole('option', { name: /Rotate a secret/ }).first()).toBeVisible();
      await page.getByRole('combobox', { name: 'Search' }).fill('createContact');
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/create-contact/);
    });
    await test.step('console and sandbox, whose records stay', async () => {
      await page.getByRole('button', { name: 'Try it' }).click();
      await send(page, 201);
      await page.reload();
      await page.getByRole('button', { name: 'Try it' }).click();
      await send(page, 409);
      await expect(response(page)).toContainText('email_taken');
    });
    await test.step('what is not kept says so, and an API is not answered for', async () => {
      const answer = await page.goto(`${site.base}/guides/not-there-yet/`);
      expect(answer?.status()).toBe(503);
      await expect(page.locator('[data-not-kept]')).toBeVisible();
      const refused = await page.evaluate(async () => {
        const paths = ['/v1/contacts', '/_sandbox/state', '/oauth/token', '/status.json', '/orbinto-site.zip'];
        return Promise.all(
          paths.map((path) =>
            fetch(path).then(
              () => `${path} is answered`,
              () => 'refused',
            ),
          ),
        );
      });
      expect(new Set(refused)).toEqual(new Set(['refused']));
    });
    await test.step('the reader removes it, and the site keeps nothing more', async () => {
      await page.goto(`${site.base}/offline/`);
      await expect(page.getByRole('status').filter({ hasText: /^Kept: \d+ files/ })).toBeVisible();
      await page.getByRole('button', { name: 'Remove what is kept' }).click();
      await expect(page.getByText('Nothing is kept, and nothing will be.')).toBeVisible();
      await expect(page.getByRole('button', { name: 'Keep the site' })).toBeFocused();
      expect(await page.evaluate(() => caches.keys())).toEqual([]);
    });
  },
);
