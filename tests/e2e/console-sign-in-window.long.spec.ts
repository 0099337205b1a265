/** The window of “Sign in with Orbinto”: every way in which it can end. */
import { expect, test } from './fixtures.ts';
import { approve, continueTo, dialogOf, openDialog, signedIn } from './sign-in-dialog.ts';

test('a denied consent, a closed window and a wrong state end in words, and the next try works', async ({ page }) => {
  await openDialog(page, 'listContacts');
  const alert = dialogOf(page).locator('.ob-notice');
  await (await continueTo(page)).getByRole('button', { name: 'Deny' }).click();
  await expect(alert).toContainText('You denied access');

  const closed = await continueTo(page);
  await expect(closed.getByRole('button', { name: 'Approve' })).toBeVisible();
  await closed.close();
  await expect(alert).toContainText('The sign-in window was closed');

  const forged = await continueTo(page);
  await expect(forged.getByRole('button', { name: 'Approve' })).toBeVisible();
  await forged.evaluate(() => {
    location.href = `/oauth/callback/?state=forged&code=stolen&iss=${encodeURIComponent(location.origin)}`;
  });
  await expect(alert).toContainText('The answer belongs to another sign-in', { timeout: 15_000 });
  await expect.poll(() => forged.isClosed()).toBe(true);

  await approve(page);
  await expect(signedIn(page)).toBeVisible();
});

test('a window that went out of sight is brought to the front; a closed one is told', async ({ page }) => {
  await openDialog(page, 'listContacts');
  const show = dialogOf(page).getByRole('button', { name: 'Show the window' });
  await expect(show).toHaveCount(0);
  const popup = await continueTo(page);
  await expect(popup.getByRole('button', { name: 'Approve' })).toBeVisible();
  // A browser under test gives every window the focus: what is seen is that the page asks for it.
  await popup.evaluate(() => {
    globalThis.focus = () => void (document.title = 'in front');
  });
  await show.click();
  await expect(popup).toHaveTitle('in front');
  await popup.close();
  await expect(dialogOf(page).locator('.ob-notice')).toContainText('The sign-in window was closed');
  await expect(show).toHaveCount(0);
});

test('an answer that names another server is not used', async ({ page }) => {
  await openDialog(page, 'listContacts');
  const popup = await continueTo(page);
  await expect(popup.getByRole('button', { name: 'Approve' })).toBeVisible();
  await popup.evaluate(() => {
    const state = new URLSearchParams(location.search).get('state') ?? '';
    location.href = `/oauth/callback/?state=${state}&code=stolen&iss=https%3A%2F%2Fevil.example`;
  });
  await expect(dialogOf(page)).toContainText('The answer is from another server');
});

test('a blocked window says how to allow it', async ({ page }) => {
  await openDialog(page, 'listContacts');
  await page.evaluate(() => void Object.assign(globalThis, { open: () => null }));
  await dialogOf(page).getByRole('button', { name: 'Continue' }).click();
  await expect(dialogOf(page)).toContainText('Your browser blocked the sign-in window');
});

test('nobody answers for ten minutes: the window closes, the dialog says so, and the next try works', async ({
  page,
}) => {
  await page.clock.install();
  await openDialog(page, 'listContacts');
  const popup = await continueTo(page);
  await expect(popup.getByRole('button', { name: 'Approve' })).toBeVisible();
  await page.clock.fastForward('09:50');
  await expect(dialogOf(page).getByRole('button', { name: 'Waiting for your answer…' })).toBeVisible();
  expect(popup.isClosed()).toBe(false);
  await page.clock.fastForward('00:11');
  await expect(dialogOf(page).locator('.ob-notice')).toContainText('No answer in time');
  await expect.poll(() => popup.isClosed()).toBe(true);
  await approve(page);
  await expect(signedIn(page)).toBeVisible();
});

test('a second press while one window is open opens no other', async ({ page, context }) => {
  await openDialog(page, 'listContacts');
  const popup = page.waitForEvent('popup');
  await dialogOf(page).getByRole('button', { name: 'Continue' }).dblclick();
  await expect((await popup).getByRole('button', { name: 'Approve' })).toBeVisible();
  await expect(dialogOf(page).getByRole('button', { name: 'Waiting for your answer…' })).toBeDisabled();
  await page.keyboard.press('Enter');
  expect(context.pages()).toHaveLength(2);
  await (await popup).getByRole('button', { name: 'Approve' }).click();
  await expect(signedIn(page)).toBeVisible();
});
