import type { Page } from '@playwright/test';
import { ConsolePage } from './console-page.ts';
import { openRequest, sendRequest } from './explorer-page.ts';
import { expect as base, mayReach, test } from './fixtures.ts';
import { totalShift, watchShifts } from './layout-shift.ts';

/** Scalar tries once whether it may evaluate code, and goes on without. */
const probe = /policy: script-src/;

/** A megabyte of script takes its time on a busy machine. */
const expect = base.configure({ timeout: 30_000 });
test.beforeEach(() => test.slow());

async function gotoRequest(page: Page, operationId: string): Promise<void> {
  await page.goto(`/explorer/#${operationId}`);
  await openRequest(page, operationId);
}

test('a contact created in the explorer is seen by the light console, and no request leaves the origin', async ({
  page,
  baseURL,
  faults,
}) => {
  const origins = new Set<string>();
  page.context().on('request', (request) => {
    if (!/^(?:data|blob):/.test(request.url())) origins.add(new URL(request.url()).origin);
  });
  await gotoRequest(page, 'createContact');
  await expect(page.getByText('https://api.orbinto.com/v1').first()).toBeVisible();
  await sendRequest(page);
  await expect(page.getByText('201 Created')).toBeVisible();
  const id = /con_k\w+/.exec(await page.locator('body').innerText())?.[0] ?? 'none';

  const console = new ConsolePage(page);
  await console.open('getContact');
  await page.getByLabel('id', { exact: true }).fill(id);
  await console.sendFor('200');
  await expect(console.response).toContainText('jane@example.com');
  expect([...origins]).toEqual([baseURL]);
  faults.expect(probe);
});

test('the explorer comes without a shift, and has the sections and the search of the site', async ({
  page,
  faults,
}) => {
  await watchShifts(page);
  await page.goto('/explorer/');
  await expect(page.getByRole('heading', { name: 'Contacts' }).first()).toBeVisible();
  await page.waitForTimeout(500);
  expect(await totalShift(page)).toBeLessThan(0.01);
  await expect(page.getByRole('navigation', { name: 'Sections' }).getByRole('link')).toHaveCount(4);
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('dialog', { name: 'Search' })).toBeVisible();
  faults.expect(probe);
});

test('an address with an operationId opens that operation, at first and when it changes', async ({ page, faults }) => {
  await page.goto('/explorer/#getOperator');
  await expect(page).toHaveURL(/#tag\/operators\/getOperator$/);
  await expect(page.getByRole('heading', { name: 'Get an operator' }).first()).toBeInViewport();
  await page.evaluate(() => (location.hash = '#deleteWebhook'));
  await expect(page).toHaveURL(/#tag\/webhooks\/deleteWebhook$/);
  await expect(page.getByRole('heading', { name: /Delete a webhook/ }).first()).toBeInViewport();
  faults.expect(probe);
});

test('the full explorer of an operation page leads to that operation', async ({ page, faults }) => {
  await page.goto('/reference/contacts/search-contacts/');
  await page.getByRole('link', { name: 'Full explorer' }).click();
  await expect(page).toHaveURL(/\/explorer\/#tag\/contacts\/searchContacts$/);
  faults.expect(probe);
});

test('the environment is one choice for console and explorer', async ({ page, faults }) => {
  const mock = `http://127.0.0.1:${process.env.E2E_MOCK_PORT}/v1`;
  mayReach(page, mock);
  const console = new ConsolePage(page);
  await console.open('getContact');
  await console.environment.selectOption({ label: 'Local mock' });
  await page.getByLabel('Mock address').fill(mock);
  await page.goto('/explorer/#listContacts');
  await expect(page.getByLabel('Environment')).toHaveValue('mock');
  const sample = (url: string) => page.getByText(new RegExp(`^curl '?${url}/contacts`)).first();
  for (const [environment, url] of [
    ['In-page sandbox', 'https://api.orbinto.com/v1'],
    ['Local mock', mock],
  ] as const) {
    await page.getByLabel('Environment').selectOption({ label: environment });
    await expect(sample(url)).toBeVisible();
  }
  await openRequest(page, 'listContacts');
  const request = page.waitForRequest((sent) => sent.url().startsWith(`${mock}/contacts`) && sent.method() === 'GET');
  await sendRequest(page);
  expect((await request).headers().authorization).toBe('Bearer sk_test_admin');
  expect(new URL((await request).url()).search).toBe('');
  await expect(page.getByText('200 OK').first()).toBeVisible();
  faults.expect(probe);
});

for (const [operationId, method] of [
  ['deleteContact', 'DELETE'],
  ['createContact', 'POST'],
  ['updateContact', 'PATCH'],
] as const) {
  test(`live is marked, and a call that changes data asks first: ${method}`, async ({ page, faults }) => {
    let sent = 0;
    await page.route('https://api.orbinto.com/**', (route) => {
      sent += Number(route.request().method() === method);
      return route.fulfill({ status: 204, headers: { 'Access-Control-Allow-Origin': '*' } });
    });
    await page.addInitScript(() => localStorage.setItem('orbinto-environment', 'live'));
    await gotoRequest(page, operationId);
    await expect(page.locator('[data-environment="live"]')).toBeVisible();
    await sendRequest(page);
    const dialog = page.getByRole('dialog', { name: /live workspace/ });
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(dialog).toHaveCount(0);
    expect(sent).toBe(0);
    await sendRequest(page);
    await dialog.getByRole('button', { name: 'Send to live' }).click();
    await expect.poll(() => sent).toBe(1);
    faults.expect(/policy: script-src|third party: https:\/\/api\.orbinto\.com|console: Error: Not sent/);
  });
}

test('live: a call that only reads is sent without a question', async ({ page, faults }) => {
  let sent = 0;
  await page.route('https://api.orbinto.com/**', (route) => {
    sent += 1;
    return route.fulfill({ json: { data: [] }, headers: { 'Access-Control-Allow-Origin': '*' } });
  });
  await page.addInitScript(() => localStorage.setItem('orbinto-environment', 'live'));
  await gotoRequest(page, 'listContacts');
  await sendRequest(page);
  await expect.poll(() => sent).toBe(1);
  await expect(page.getByRole('dialog', { name: /live workspace/ })).toHaveCount(0);
  faults.expect(/policy: script-src|third party: https:\/\/api\.orbinto\.com/);
});

test('on a phone the menu of the key has the sandbox’s controls, and what they do reaches the explorer', async ({
  page,
  faults,
}) => {
  await page.setViewportSize({ width: 375, height: 800 });
  await page.goto('/explorer/');
  const [shown = 0, needed = 1] = await page.getByLabel('Environment').evaluate((select: HTMLSelectElement) => {
    const { offsetWidth } = select;
    select.style.width = 'max-content';
    const widths = [offsetWidth, select.offsetWidth];
    select.style.width = '';
    return widths;
  });
  expect(shown, 'the longest name of an environment is not cut').toBeGreaterThanOrEqual(needed);
  await page.getByRole('button', { name: 'Sample key' }).click();
  await page.getByRole('button', { name: 'Sandbox controls' }).click();
  const drawer = page.getByRole('dialog', { name: 'Sandbox' });
  await drawer.getByRole('button', { name: 'Emit' }).click();
  await expect(drawer.locator('[data-delivery]')).toHaveCount(1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
  await drawer.getByRole('button', { name: 'Close' }).click();
  await expect(drawer).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Sample key' })).toBeFocused();
  faults.expect(probe);
});

test('the bar tells as whom requests go; a hostile stored record stays inert in the answer', async ({
  page,
  faults,
}) => {
  const script = '<img src=x onerror="globalThis.hacked=1"><script>globalThis.hacked=1</script>';
  const console = new ConsolePage(page);
  await console.open('createContact');
  await console.fillBody({ email: 'hostile@example.com', name: script, tags: ['\u202egnp'] });
  await console.sendFor('201');
  await gotoRequest(page, 'listContacts');
  await expect(page.locator('[data-explorer-bar]')).toContainText('Sample key');
  await sendRequest(page);
  await expect(page.getByText('200 OK').first()).toBeVisible();
  await expect(page.getByText('<img src=x onerror=').first()).toBeVisible();
  expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false);
  expect(await page.locator('img[src="x"]').count()).toBe(0);
  faults.expect(probe);
});

test('the explorer follows the theme of the site', async ({ page, faults }) => {
  await page.addInitScript(() => localStorage.setItem('starlight-theme', 'light'));
  await page.goto('/explorer/');
  await expect(page.locator('body')).toHaveClass(/light-mode/);
  await page.getByRole('button', { name: /light and dark theme/ }).click();
  await expect(page.locator('body')).toHaveClass(/dark-mode/);

  // Nothing of the site's is drawn below the buttons of Scalar's dialog.
  await openRequest(page, 'listContacts');
  await expect(page.locator('.theme-toggle')).toBeHidden();
  await page.setViewportSize({ width: 375, height: 800 });
  await expect(page.locator('.explorer-header .site-title')).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(page.locator('.theme-toggle')).toBeVisible();
  faults.expect(probe);
});
