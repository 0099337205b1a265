/** The explorer, by the marks that a reader finds. What is in it is Scalar's. */
import type { Locator, Page } from '@playwright/test';

/** What the explorer shows of an operation. */
export function operationIn(page: Page, operationId: string): Locator {
  return page.locator(`[id$="${operationId}"]`);
}

/** Opens the form of an operation's request, on the explorer that is open. */
export async function openRequest(page: Page, operationId: string): Promise<void> {
  await operationIn(page, operationId)
    .getByRole('button', { name: /Test Request/ })
    .first()
    .click({ timeout: 30_000 });
}

/** Sends the request that is open. */
export async function sendRequest(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Send/ }).first().click();
}
