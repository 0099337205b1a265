/** Where a reader's own colours hold, backgrounds are gone: what matters is seen all the same. */
import type { Locator } from '@playwright/test';
import { expect, test } from './fixtures.ts';

test.use({ contextOptions: { forcedColors: 'active' } });

const picture = async (place: Locator): Promise<string> => (await place.screenshot()).toString('base64');

test('the scope matrix has its marks in forced colours', async ({ page }) => {
  await page.goto('/scopes/');
  const marked = page.locator('.matrix td:has(.needed)').first();
  const before = await picture(marked);
  await page.addStyleTag({ content: '.mark { visibility: hidden }' });
  expect(await picture(marked)).not.toBe(before);
});

test('buttons have an outline, and the chosen tab differs from the others', async ({ page }) => {
  await page.goto('/reference/contacts/create-contact/');
  const languages = page.getByRole('group', { name: 'Language' });
  const background = (name: string) =>
    languages.getByRole('button', { name, exact: true }).evaluate((button) => getComputedStyle(button).backgroundColor);
  expect(await background('curl')).not.toBe(await background('Go'));
  const borders = await page
    .locator('button:visible')
    .evaluateAll((buttons) => buttons.map((button) => getComputedStyle(button).borderTopWidth));
  expect(borders.length).toBeGreaterThan(8);
  expect([...new Set(borders)]).toEqual(['1px']);
});

test('a button that can not be pressed looks so', async ({ page }) => {
  await page.goto('/guides/webhooks/');
  await page.evaluate(() => {
    const button = Object.assign(document.createElement('button'), { className: 'ob-button', disabled: true });
    document.querySelector('main')?.append(button);
    Object.assign(button.style, { color: 'inherit' });
  });
  const grey = await page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.color = 'GrayText';
    return getComputedStyle(probe).color;
  });
  expect(await page.locator('button.ob-button:disabled').evaluate((button) => getComputedStyle(button).color)).toBe(
    grey,
  );
});

for (const [what, address, place] of [
  ['the lanes of the sign-in', '/guides/authentication/', '.sequence ol'],
  ['the arrow of a fold', '/errors/', '.entry summary'],
  ['the mark of a proof', '/guides/authentication/', '.ob-figure > button'],
] as const)
  test(`${what}: drawn in forced colours, too`, async ({ page }) => {
    await page.goto(address);
    const seen = page.locator(place).first();
    const before = await picture(seen);
    await page.addStyleTag({ content: `${place}::before { visibility: hidden !important }` });
    expect(await picture(seen)).not.toBe(before);
  });
