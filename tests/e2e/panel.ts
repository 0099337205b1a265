import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** The sandbox's control panel, by the marks that a reader and a screen reader find. */
export class ControlPanel {
  readonly page: Page;
  readonly root: Locator;
  readonly said: Locator;
  readonly trouble: Locator;
  readonly event: Locator;
  readonly deliveries: Locator;

  constructor(page: Page) {
    this.page = page;
    this.root = page.locator('.ob-panel');
    this.said = this.root.getByRole('status');
    this.trouble = this.root.getByRole('alert');
    this.event = this.root.getByRole('combobox', { name: 'Event' });
    this.deliveries = this.root.locator('[data-delivery]');
  }

  /** Opens it in the sandbox guide. */
  async open(): Promise<void> {
    await this.page.goto('/guides/sandbox/');
    await this.page.getByRole('button', { name: 'Open the control panel' }).click();
    await expect(this.button('Emit')).toBeVisible();
  }

  /** Opens it from the console of the page. */
  async openFromConsole(): Promise<void> {
    await this.page.getByRole('button', { name: 'Sandbox controls' }).click();
    await expect(this.page.getByRole('dialog', { name: 'Sandbox' })).toBeVisible();
    await expect(this.button('Emit')).toBeVisible();
  }

  button(name: string): Locator {
    return this.root.getByRole('button', { name, exact: true });
  }

  /** Presses a button and waits until the panel tells that it is done. */
  async press(name: string, said: string | RegExp): Promise<void> {
    await this.button(name).click();
    await expect(this.said).toContainText(said);
  }

  /** Opens a folded part. */
  async unfold(name: string): Promise<void> {
    await this.root.locator('summary', { hasText: name }).click();
  }

  async emit(event: string): Promise<void> {
    await this.event.selectOption(event);
    await this.press('Emit', event);
  }

  /** Gives up all changes: two presses, so that none is a slip. */
  async reset(): Promise<void> {
    await this.button('Reset to the sample data').click();
    await this.press('Reset now', 'sample data is back');
  }

  async import(text: string): Promise<void> {
    await this.root.getByLabel('Or paste an export').fill(text);
    await this.button('Import').click();
  }

  /** The same where the workspace holds changes that it would take away. */
  async importOver(text: string): Promise<void> {
    await this.import(text);
    await this.button('Import now').click();
  }
}
