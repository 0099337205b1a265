/** The console's sign-in dialog, by the marks that a reader and a screen reader find. */
import type { Page } from '@playwright/test';
import { ConsolePage } from './console-page.ts';
import { expect } from './fixtures.ts';

export const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Sign in with Orbinto' });
export const signedIn = (page: Page) => page.getByLabel('Signed in');

/** Opens the dialog of an operation's console. */
export async function openDialog(page: Page, operationId: string): Promise<ConsolePage> {
  const console = new ConsolePage(page);
  await console.open(operationId);
  await page.getByRole('button', { name: 'Sign in with Orbinto' }).click();
  await expect(dialogOf(page)).toBeVisible();
  return console;
}

/** Presses the button that opens the sign-in window. */
export async function continueTo(page: Page): Promise<Page> {
  const popup = page.waitForEvent('popup');
  await dialogOf(page)
    .getByRole('button', { name: /^(?:Continue|Try again)$/ })
    .click();
  return popup;
}

export async function approve(page: Page): Promise<void> {
  await (await continueTo(page)).getByRole('button', { name: 'Approve' }).click();
  await expect(dialogOf(page)).toHaveCount(0);
}
