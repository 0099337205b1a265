import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** Opens the console of an operation page, e.g. `contacts/create-contact`. */
export async function openConsole(page: Page, operation: string): Promise<void> {
  await page.goto(`/reference/${operation}/`);
  await page.getByRole('button', { name: 'Try it' }).click();
  await expect(sendButton(page)).toBeVisible();
}

export function sendButton(page: Page): Locator {
  return page.getByRole('button', { name: 'Send', exact: true });
}

/** The answer of the last request. */
export function response(page: Page): Locator {
  return page.getByRole('region', { name: 'Response' });
}

/** Sends what stands in the console and waits for an answer of this status. */
export async function send(page: Page, status: number): Promise<void> {
  await sendButton(page).click();
  await expect(response(page)).toHaveAttribute('data-status', String(status));
}
