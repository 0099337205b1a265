import type { Page } from '@playwright/test';
import { linkTo } from '../../src/site/console/permalink/permalink.ts';
import { ConsolePage, addressOf } from './console-page.ts';
import { expect, test } from './fixtures.ts';
import { totalShift, watchShifts } from './layout-shift.ts';

const chunks = /\/_astro\/(?:mount|browser)\.[^/]*\.js$|\/operation\.json$/;

test('nothing of the console is loaded until the pointer enters its column', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => {
    if (chunks.test(request.url())) loaded.push(request.url());
  });
  await page.goto(addressOf('createContact'));
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(500);
  expect(loaded).toEqual([]);
  await page.locator('[data-console]').hover();
  await expect.poll(() => loaded.length).toBe(3);
});

test('the keyboard’s focus in the column loads it too', async ({ page }) => {
  await page.goto(addressOf('createContact'));
  const console = page.waitForRequest(/\/mount\./);
  const sandbox = page.waitForRequest(/\/browser\./);
  await page.locator('[data-console] button').first().focus();
  await Promise.all([console, sandbox]);
});

/** Lets the console's code come a second late. */
async function delayConsole(page: Page): Promise<void> {
  await page.route(/\/mount\.[^/]*\.js$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await route.continue();
  });
}

test('Send is there before the form; a press of it is kept and carried out', async ({ page }) => {
  await delayConsole(page);
  await page.goto(addressOf('getContact'));
  const console = new ConsolePage(page);
  await page.getByRole('button', { name: 'Try it' }).click();
  await expect(console.send).toBeFocused({ timeout: 500 });
  await expect(console.environment).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Your request is sent as soon as' })).toBeVisible();
  await console.expectStatus('200');
  await expect(console.send).toBeFocused();
  await expect(page.getByText('Loading the form')).toHaveCount(0);
  await expect(page.locator('.ob-console')).not.toHaveAttribute('aria-busy');
});

test('nothing is sent without a press, and the form takes the place of what stood for it', async ({ page }) => {
  await watchShifts(page);
  await delayConsole(page);
  await page.goto(addressOf('listContacts'));
  await page.getByRole('button', { name: 'Try it' }).click();
  const bar = page.locator('.ob-bar');
  const before = [await bar.boundingBox(), await bar.innerText()];
  const console = new ConsolePage(page);
  await expect(console.environment).toBeVisible();
  expect([await bar.boundingBox(), await bar.innerText()]).toEqual(before);
  await page.waitForTimeout(200);
  expect(await totalShift(page)).toBeLessThan(0.01);
  await expect(console.response).not.toHaveAttribute('data-status');
  await expect(console.response).toHaveAttribute('aria-busy', 'false');
});

test('where a link opens the console, Send waits for the call of the link', async ({ page }) => {
  await delayConsole(page);
  await page.goto(`${addressOf('getContact')}#try=`);
  const console = new ConsolePage(page);
  await expect(console.send).toBeDisabled();
  await expect(console.environment).toBeVisible();
  await expect(console.send).toBeEnabled();
  await expect(console.send).toBeFocused();
});

test('a press of Send before the call of the link is filled in sends nothing', async ({ page }) => {
  const fill = Promise.withResolvers<void>();
  await page.route(/\/request-tools\.[^/]*\.js$/, async (route) => {
    await fill.promise;
    await route.continue();
  });
  const link = linkTo({ operationId: 'getContact' }, { values: { 'path.id': 'con_def456' }, body: '' });
  await page.goto(addressOf('getContact') + ('fragment' in link ? link.fragment : ''));
  const console = new ConsolePage(page);
  const id = page.getByLabel('id', { exact: true });
  await expect(id).toHaveValue('con_abc123');
  await expect(console.send).toBeDisabled();
  await expect(console.send).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await console.send.click({ force: true });
  await page.waitForTimeout(500);
  await expect(console.response).not.toHaveAttribute('data-status');
  fill.resolve();
  await expect(id).toHaveValue('con_def456');
  await expect(console.send).toBeEnabled();
  await expect(console.response).not.toHaveAttribute('data-status');
  await page.keyboard.press('Enter');
  await console.expectStatus('200');
  await expect(console.response).toContainText('"id": "con_def456"');
});

test('a console that could not be loaded says so, and the next press tries again', async ({ page, faults }) => {
  const operation = /\/operation\.json$/;
  await page.route(operation, (route) => route.abort());
  await page.goto(addressOf('getContact'));
  await page.getByRole('button', { name: 'Try it' }).click();
  await expect(page.getByRole('alert')).toContainText('could not be loaded');
  await expect(page.getByRole('button', { name: 'Try it' })).toBeFocused();
  await expect(new ConsolePage(page).send).toHaveCount(0);
  await page.unroute(operation);
  await page.getByRole('button', { name: 'Try it' }).click();
  await new ConsolePage(page).sendFor('200');
  await expect(page.getByText('could not be loaded')).toHaveCount(0);
  faults.expect(/Failed to fetch/);
});

test('neither hover nor opening shifts what the reader sees', async ({ page }) => {
  await watchShifts(page);
  const console = new ConsolePage(page);
  await page.goto(addressOf('createContact'));
  await page.locator('[data-console]').hover();
  await page.waitForLoadState('networkidle');
  await page.getByRole('button', { name: 'Try it' }).click();
  await console.sendFor('201');
  await page.waitForTimeout(200);
  expect(await totalShift(page)).toBeLessThan(0.01);
});
