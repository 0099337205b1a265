import { accessibilityFaults } from './accessibility.ts';
import { expect, test } from './fixtures.ts';

test('a figure of a guide proves itself in the page, and gives the focus back', async ({ page }) => {
  await page.goto('/guides/webhooks/');
  const mark = page.getByRole('button', { name: 'Prove it: 10 seconds' }).first();
  await mark.focus();
  await page.keyboard.press('Enter');
  const proof = page.getByRole('dialog', { name: 'Proof: 10 seconds' });
  await expect(proof.getByRole('status')).toHaveText(/^Kept\./);
  await expect(proof.getByRole('listitem')).toHaveCount(2);
  expect(await accessibilityFaults(page, { include: '.figure-proof' })).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(proof).toBeHidden();
  await expect(mark).toBeFocused();
});

test('a proof whose code does not come is asked for again', async ({ page, faults }) => {
  let online = false;
  await page.route(/figures\.chunk/, (route) => (online ? route.continue() : route.abort()));
  await page.setViewportSize({ width: 375, height: 700 });
  await page.goto('/guides/rate-limits/');
  const figure = page.locator('[data-figure="freePerSecond"]').first();
  await figure.click();
  await expect(figure).toHaveAttribute('title', /could not be loaded/);
  online = true;
  await figure.click();
  const proof = page.getByRole('dialog', { name: 'Proof: 10' });
  await expect(proof.getByRole('link', { name: /429 rate_limit_exceeded/ })).toBeVisible();
  const box = await proof.boundingBox();
  expect(box && box.x >= 0 && box.x + box.width <= 375).toBe(true);
  faults.expect(/ERR_FAILED/);
});

test('a promise in words proves itself where it stands, and a link in it stays a link', async ({ page }) => {
  await page.goto('/guides/errors/');
  const promise = page.locator('[data-figure="createAgain"]');
  await promise.getByText('If the first one arrived').click();
  const proof = page.getByRole('dialog', { name: /^Proof: If the first one arrived/ });
  await expect(proof.getByRole('status')).toHaveText(/^Kept\./);
  await expect(proof.getByRole('link', { name: /409 email_taken/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await promise.getByRole('link').click();
  await expect(page).toHaveURL(/\/errors\/#email_taken$/);
});
