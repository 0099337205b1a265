import type { Page } from '@playwright/test';
import { ConsolePage } from './console-page.ts';
import { openRequest } from './explorer-page.ts';
import { expect, test } from './fixtures.ts';
import { dialogOf } from './sign-in-dialog.ts';

/** Keeps a chunk from a page until the result is called. */
async function withhold(page: Page, name: string, ending = 'js'): Promise<() => Promise<void>> {
  const chunk = new RegExp(`/_astro/${name}\\.[^/]*\\.${ending}$`);
  await page.route(chunk, (route) => route.abort());
  return () => page.unroute(chunk);
}

test.describe('what is loaded late and does not come is told, and comes with the next try:', () => {
  test.afterEach(({ faults }) => faults.expect(/ERR_FAILED|dynamically imported module|Failed to fetch/));

  test('the sign-in', async ({ page }) => {
    const release = await withhold(page, 'open-sign-in.chunk');
    await new ConsolePage(page).open('getContact');
    await page.getByRole('button', { name: 'Sign in with Orbinto' }).click();
    const again = page.getByRole('button', { name: 'Not loaded: try again' });
    await expect(again).toBeVisible();
    await release();
    await again.click();
    await expect(dialogOf(page)).toBeVisible();
  });

  test('the controls of the sandbox, from a console', async ({ page }) => {
    const release = await withhold(page, 'panel.chunk');
    await new ConsolePage(page).open('getContact');
    await page.getByRole('button', { name: 'Sandbox controls' }).click();
    const again = page.getByRole('button', { name: 'Not loaded: try again' });
    await expect(again).toBeVisible();
    await release();
    await again.click();
    await expect(page.getByRole('heading', { name: 'Sandbox', exact: true })).toBeVisible();
  });

  test('the styles of a tool', async ({ page, faults }) => {
    faults.expect(/Unable to preload CSS/);
    const release = await withhold(page, 'panel', 'css');
    await page.goto('/guides/sandbox/');
    const panel = page.locator('[data-sandbox-panel]');
    await panel.getByRole('button').click();
    await expect(panel).toContainText('The panel could not be loaded.');
    await release();
    await panel.getByRole('button').click();
    await expect(panel.locator('.ob-panel')).toHaveCSS('border-block-end-width', '0px');
  });

  test('the controls of the sandbox, in a guide', async ({ page }) => {
    const release = await withhold(page, 'panel.chunk');
    await page.goto('/guides/sandbox/');
    const panel = page.locator('[data-sandbox-panel]');
    await panel.getByRole('button').click();
    await expect(panel).toContainText('The panel could not be loaded.');
    await release();
    await panel.getByRole('button').click();
    await expect(panel.getByLabel('Environment')).toBeVisible();
  });

  test('a tool for webhooks', async ({ page }) => {
    const release = await withhold(page, 'emit.chunk');
    await page.goto('/reference/events/contact.created/');
    const tool = page.locator('[data-demo]');
    await tool.getByRole('button').click();
    await expect(tool).toContainText('This could not be loaded.');
    await release();
    await tool.getByRole('button').click();
    await expect(tool).toContainText('was delivered: 200 OK');
  });

  test('the explorer', async ({ page, faults }) => {
    await page.route('/openapi.json', (route) => route.abort());
    await page.goto('/explorer/#createContact');
    const again = page.getByRole('button', { name: 'Try again' });
    await expect(again).toBeVisible();
    await page.unroute('/openapi.json');
    await again.click();
    await openRequest(page, 'createContact');
    faults.expect(/script-src eval/);
  });

  test('the samples, with the next change', async ({ page }) => {
    const release = await withhold(page, 'print-samples.chunk');
    const console = new ConsolePage(page);
    await console.open('getContact');
    await page.getByLabel('id', { exact: true }).fill('con_def456');
    await expect(page.getByText('the next change tries again')).toBeVisible();
    await expect(console.sample).toContainText('con_abc123');
    await release();
    await page.getByLabel('id', { exact: true }).fill('con_ghi789');
    await expect(console.sample).toContainText('con_ghi789');
    await expect(page.getByText('the next change tries again')).toHaveCount(0);
  });

  test('the history', async ({ page }) => {
    const release = await withhold(page, 'request-tools.chunk');
    await new ConsolePage(page).open('getContact');
    await page.getByRole('button', { name: 'History' }).click();
    await expect(page.getByText('This could not be loaded.')).toBeVisible();
    await release();
    await page.getByRole('button', { name: 'History' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
  });

  test('what sends a request, and the sandbox itself', async ({ page }) => {
    const console = new ConsolePage(page);
    for (const name of ['send.chunk', 'browser']) {
      const release = await withhold(page, name);
      await console.open('getContact');
      await console.send.click();
      await expect(console.response).toContainText(/Nothing was sent|could not be downloaded/);
      await release();
      await console.sendFor('200');
    }
  });

  test('what runs a block of a guide', async ({ page }) => {
    const release = await withhold(page, 'run.chunk');
    await page.goto('/guides/pagination/');
    const block = page.locator('[data-runnable]').first();
    await block.getByRole('button', { name: 'Run' }).click();
    await expect(block.getByRole('button', { name: 'Not loaded: try again' })).toBeVisible();
    await release();
    await block.getByRole('button', { name: 'Not loaded: try again' }).click();
    await expect(block.getByRole('region', { name: 'Response' })).toContainText('200 OK');
    await expect(block.getByRole('button', { name: 'Run' })).toBeVisible();
  });

  test('the search', async ({ page }) => {
    const release = await withhold(page, 'dialog');
    await page.goto('/guides/pagination/');
    await page.keyboard.press('Control+k');
    const search = page.getByRole('dialog');
    await expect(search).toContainText('The search could not be loaded.');
    await page.keyboard.press('Escape');
    await release();
    await page.keyboard.press('Control+k');
    await expect(search).not.toContainText('could not be loaded');
    await page.keyboard.type('createContact');
    await expect(search.getByRole('option').first()).toContainText('Create a contact');
  });
});
