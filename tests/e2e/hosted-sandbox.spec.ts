/** A site that is built with the address of a hosted sandbox; here a mock stands for it. */
import type { Page } from '@playwright/test';
import type * as Panel from '../../src/site/sandbox-panel/panel.chunk.ts';
import { bundle } from './bundle.ts';
import { expect, mayReach, test } from './fixtures.ts';
import { ControlPanel } from './panel.ts';

const hosted = `http://127.0.0.1:${process.env.E2E_MOCK_PORT}`;
const modulesAddress = '/modules-under-test.js';
const script = bundle('modules', ['src/site/sandbox-panel/panel.chunk.ts'], { PUBLIC_SANDBOX_URL: `${hosted}/v1` });

// Below the site's own address, so that its policy lets a page load it.
test.beforeEach(({ context }) =>
  context.route(`**${modulesAddress}`, async (route) =>
    route.fulfill({ contentType: 'text/javascript', body: await script }),
  ),
);

/** The panel of such a site. */
async function open(page: Page): Promise<ControlPanel> {
  mayReach(page, hosted);
  await page.goto('/guides/sandbox/');
  await page.evaluate(async (address) => {
    await (import(address) as Promise<unknown>);
    const { modules } = globalThis as unknown as { modules: typeof Panel };
    const place = document.createElement('div');
    document.querySelector('main')?.prepend(place);
    modules.mountPanel(place);
  }, modulesAddress);
  return new ControlPanel(page);
}

const keyOf = (panel: ControlPanel) => panel.root.getByLabel('API key').inputValue();

test('makes the reader a workspace, tells what is left of it, and has it again after a reload', async ({ page }) => {
  const made: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url() === `${hosted}/_sandbox/workspaces`) made.push(request.url());
  });
  let panel = await open(page);
  await panel.root.getByLabel('Environment').selectOption({ label: 'Hosted sandbox' });
  await expect(panel.root.getByText(/Your workspace ends in (?:24|23) hours\./)).toBeVisible();
  await expect(panel.button('Emit')).toBeVisible();
  const key = await keyOf(panel);
  expect(key).toMatch(/^sk_test_temporary/);
  await panel.button('Emit').click();
  await expect(panel.deliveries).toHaveCount(1);

  panel = await open(page);
  await expect(panel.deliveries).toHaveCount(1);
  expect(await keyOf(panel)).toBe(key);
  expect(made).toHaveLength(1);
});

test('makes another where the remembered one has ended', { tag: '@long' }, async ({ page }) => {
  let panel = await open(page);
  await panel.root.getByLabel('Environment').selectOption({ label: 'Hosted sandbox' });
  await expect(panel.button('Emit')).toBeVisible();
  const key = await keyOf(panel);
  await page.evaluate(() => {
    const kept = JSON.parse(localStorage.getItem('orbinto-workspaces') ?? '') as Record<string, { expiresAt: number }>;
    for (const workspace of Object.values(kept)) workspace.expiresAt = Date.now() - 1;
    localStorage.setItem('orbinto-workspaces', JSON.stringify(kept));
  });
  panel = await open(page);
  await expect(panel.button('Emit')).toBeVisible();
  expect(await keyOf(panel)).toMatch(/^sk_test_temporary/);
  expect(await keyOf(panel)).not.toBe(key);
});

test('says why there is none, and tries again', async ({ page, context }) => {
  let isDown = true;
  await context.route(`${hosted}/_sandbox/workspaces`, (route) => {
    const refusal = { error: { message: 'One address may make 10 workspaces a minute. Try again in 60 seconds.' } };
    const headers = { 'Access-Control-Allow-Origin': '*' };
    return isDown ? route.fulfill({ status: 429, json: refusal, headers }) : route.continue();
  });
  const panel = await open(page);
  await panel.root.getByLabel('Environment').selectOption({ label: 'Hosted sandbox' });
  await expect(panel.root.getByText('Try again in 60 seconds.')).toBeVisible();
  isDown = false;
  await panel.root.getByRole('status').getByRole('button', { name: 'Try again' }).click();
  await expect(panel.root.getByText('Your workspace ends in')).toBeVisible();
});
