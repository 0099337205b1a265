import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** Opens the search by its keys, on a guide. */
export async function openSearch(page: Page): Promise<{ dialog: Locator; field: Locator }> {
  await page.goto('/guides/sandbox/');
  await page.keyboard.press('ControlOrMeta+k');
  const dialog = page.getByRole('dialog', { name: 'Search' });
  const field = dialog.getByRole('combobox');
  await expect(field).toBeFocused();
  return { dialog, field };
}
