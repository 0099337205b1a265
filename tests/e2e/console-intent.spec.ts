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

test('a press that comes before the console is there is kept', async ({ page }) => {
  await page.route(/\/mount\.[^/]*\.js$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await route.continue();
  });
  await page.goto(addressOf('getContact'));
  const console = new ConsolePage(page);
  const tryIt = page.getByRole('button', { name: 'Try it' });
  await tryIt.click();
  await expect(tryIt).toHaveAttribute('aria-busy', 'true');
  await expect(console.send).toBeVisible();
  await expect(console.send).toBeFocused();
  await console.sendFor('200');
});

test('a console that could not be loaded says so, and the next press tries again', async ({ page, faults }) => {
  const slice = /\/operation\.json$/;
  await page.route(slice, (route) => route.abort());
  await page.goto(addressOf('getContact'));
  await page.getByRole('button', { name: 'Try it' }).click();
  await expect(page.getByRole('alert')).toContainText('could not be loaded');
  await page.unroute(slice);
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
