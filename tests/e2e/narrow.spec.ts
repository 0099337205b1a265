/** What a phone shows of names and addresses: they are broken where they may be, and cut nowhere. */
import type { Locator } from '@playwright/test';
import { playPlayground } from '../../scripts/pictures/stages.ts';
import { expect, test } from './fixtures.ts';

test.use({ viewport: { width: 375, height: 900 } });

/** How many lines a word takes. */
const lines = (word: Locator): Promise<number> => word.evaluate((element) => element.getClientRects().length);

test('the languages of a sample stand in one row', async ({ page }) => {
  await page.goto('/reference/contacts/create-contact/');
  const rows = await page
    .getByRole('group', { name: 'Language' })
    .first()
    .getByRole('button')
    .evaluateAll((buttons) => new Set(buttons.map((button) => button.getBoundingClientRect().top)).size);
  expect(rows).toBe(1);
});

test('the names of parameters stand whole in a table of four columns', async ({ page }) => {
  await page.goto('/guides/pagination/');
  const names = await page.locator('td:first-child > code').all();
  expect(names.length).toBeGreaterThan(3);
  for (const name of names) expect(await lines(name), await name.innerText()).toBe(1);
});

test('a name in any column breaks where it may, and nowhere else', async ({ page }) => {
  await page.goto('/guides/sandbox/');
  expect(await lines(page.locator('td > code').getByText('createSandbox'))).toBeLessThanOrEqual(2);
});

test('the addresses of a sign-in stand whole in the reference', async ({ page }) => {
  await page.goto('/reference/');
  expect(await lines(page.getByRole('definition').getByText('https://app.orbinto.com/oauth/token').first())).toBe(1);
});

test('the path of a call is read to its end in the playground', async ({ page }) => {
  await page.goto('/playground/');
  await playPlayground(page);
  const log = page.getByRole('list', { name: /^Requests/ });
  await expect(log.getByText(/^POST \S+\/reply$/)).toBeVisible();
  const address = page.getByLabel('The last call as code').getByText('https://api.orbinto.com');
  const pieces = await address.evaluate(({ childNodes }) => [...childNodes].map(({ textContent }) => textContent));
  expect(pieces.filter((piece) => piece !== '')).toEqual([
    expect.stringMatching(/"https:\/\/api\.orbinto\.com$/),
    '/v1',
    '/conversations',
    expect.stringMatching(/^\/conv_\w+$/),
    expect.stringMatching(/^\/reply"/),
  ]);
  expect(await log.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
});
