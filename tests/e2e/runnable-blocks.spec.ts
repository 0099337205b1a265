import type { Locator, Page } from '@playwright/test';
import type { RunnableRequest } from '../../src/site/runnable/runnable-request.ts';
import { accessibilityFaults, setTheme } from './accessibility.ts';
import { expect, mayReach, test } from './fixtures.ts';
import { totalShift, watchShifts } from './layout-shift.ts';

const blocks = (page: Page): Locator => page.locator('[data-runnable]');

/** Presses a block's button and waits for an answer of this status. */
async function run(block: Locator, status: number | 'failure'): Promise<Locator> {
  await block.getByRole('button', { name: 'Run' }).click();
  const result = block.getByRole('region', { name: 'Response' });
  await expect(result).toHaveAttribute('data-status', String(status));
  return result;
}

// That each block of each guide gives its documented answer is tested in every engine, `tests/engines/guides.spec.ts`.
test('a block shows the whole answer: status, who answered, body, headers', async ({ page }) => {
  await page.goto('/guides/quick-start/');
  expect(await blocks(page).count()).toBeGreaterThan(0);
  for (const block of await blocks(page).all()) {
    const { status, method, body } = JSON.parse((await block.getAttribute('data-runnable')) ?? '') as RunnableRequest;
    const result = await run(block, status);
    await expect(result.getByRole('status')).toContainText(`${status} `);
    await expect(result.getByRole('status')).toContainText('In-page sandbox');
    if (method === 'GET' || body !== undefined) await expect(result.getByLabel('Response body')).toContainText('{');
    await expect(result.getByText(/^\d+ headers$/)).toBeVisible();
  }
});

test('the code that runs blocks is loaded on intent, and nothing moves but what the press opens', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()));
  await watchShifts(page);
  await page.goto('/guides/pagination/', { waitUntil: 'networkidle' });
  expect(scripts.filter((url) => /\/(?:run|browser)\./.test(url))).toEqual([]);
  const block = blocks(page).first();
  await block.hover();
  await expect.poll(() => scripts.filter((url) => /\/(?:run|browser)\./.test(url)).length).toBeGreaterThan(1);
  expect(await totalShift(page)).toBeLessThan(0.01);
  const result = await run(block, 200);
  const height = (await result.boundingBox())?.height;
  // What the first answer opens moves the page: a browser forgives that for half a second after the press, a busy machine takes longer.
  const opened = await totalShift(page);
  await run(block, 200);
  expect((await result.boundingBox())?.height).toBe(height);
  expect((await totalShift(page)) - opened).toBeLessThan(0.01);
});

test('the keyboard runs a block, the result is announced, and it is accessible in both themes', async ({ page }) => {
  await page.goto('/guides/errors/');
  const block = blocks(page).first();
  const button = block.getByRole('button', { name: 'Run' });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(block.getByRole('status')).toContainText('422 Unprocessable Content');
  await expect(button).toBeFocused();
  await expect(block.getByRole('link', { name: 'Open in the console' })).toHaveAttribute(
    'href',
    '/reference/contacts/create-contact/',
  );
  for (const width of [1440, 375]) {
    await page.setViewportSize({ width, height: 900 });
    for (const theme of ['light', 'dark'] as const) {
      await setTheme(page, theme);
      expect(await accessibilityFaults(page), `${theme}, ${width} px`).toEqual([]);
    }
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
});

test('a block goes where the session says: to the mock, and to live only with a key and after a question', async ({
  page,
}) => {
  const choose = (id: string) => page.evaluate((name) => localStorage.setItem('orbinto-environment', name), id);
  await page.goto('/guides/webhooks/');
  await page.evaluate(
    (url) => localStorage.setItem('orbinto-mock-url', url),
    `http://127.0.0.1:${process.env.E2E_MOCK_PORT}/v1`,
  );
  mayReach(page, `http://127.0.0.1:${process.env.E2E_MOCK_PORT}`);
  await choose('mock');
  await page.reload();
  const list = blocks(page).nth(1);
  const result = await run(list, 200);
  await expect(result.getByRole('status')).toContainText('Local mock');

  await choose('live');
  await page.reload();
  await list.getByRole('button', { name: 'Run' }).click();
  await expect(list.getByRole('status')).toContainText('this page has no live key');
  await list.getByRole('button', { name: 'Run it in the sandbox' }).click();
  await expect(list.getByRole('status')).toContainText('In-page sandbox');
  // The button that had the focus is gone.
  await expect(list.locator(':focus')).toHaveCount(1);
});

test('a call to live that changes data is sent after a question only', async ({ page, context, faults }) => {
  let sent = 0;
  await context.route('https://api.orbinto.com/**', (route) => {
    sent += 1;
    return route.fulfill({ status: 201, json: { id: 'wh_live' }, headers: { 'Access-Control-Allow-Origin': '*' } });
  });
  await page.goto('/reference/webhooks/create-webhook/');
  await page.getByRole('button', { name: 'Try it' }).click();
  await page.getByLabel('Environment').selectOption({ label: 'Live' });
  await page.getByLabel('API key', { exact: true }).fill('sk_live_runnable');
  await page.getByLabel(/Keep/).check();
  await page.goto('/guides/webhooks/');
  const block = blocks(page).first();
  const button = block.getByRole('button', { name: 'Run' });
  await button.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await expect(block.getByRole('status')).toContainText('Not sent');
  expect(sent).toBe(0);
  await button.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Send to live' }).click();
  await expect(block.getByRole('region', { name: 'Response' })).toHaveAttribute('data-status', '201');
  await expect(block.getByRole('status')).toContainText('Live');
  faults.expect(/third party: https:\/\/api\.orbinto\.com\/v1\/webhooks$/);
});
