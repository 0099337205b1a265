/** The consent page of the mock on the reader's machine, as a browser shows it. */
import type { Page } from '@playwright/test';
import { consents } from '../../src/sandbox/generated/policies.ts';
import { accessibilityFaults } from './accessibility.ts';
import { expect, mayReach, test } from './fixtures.ts';

const { E2E_PORT = '', E2E_MOCK_PORT = '' } = process.env;
const mock = `http://127.0.0.1:${E2E_MOCK_PORT}`;

function consentAddress(host = 'localhost', more: Record<string, string> = {}): string {
  const parameters = {
    client_id: 'client_test',
    redirect_uri: `http://${host}:${E2E_PORT}/oauth/callback/`,
    response_type: 'code',
    scope: Object.keys(consents).join(' '),
    state: 'some state',
    code_challenge: 'a'.repeat(43),
    code_challenge_method: 'S256',
  };
  return `${mock}/oauth/authorize?${new URLSearchParams({ ...parameters, ...more }).toString()}`;
}

/** Presses a button and gives the address that the browser is sent to. */
async function press(page: Page, name: 'Approve' | 'Deny'): Promise<URL> {
  const returned = page.waitForRequest((request) => request.url().includes('/oauth/callback/?'));
  await page.getByRole('button', { name }).click();
  return new URL((await returned).url());
}

test.beforeEach(({ page }) => mayReach(page, mock));

// Browsers hold the redirect that follows a form to the page's policy: without the client's origin in it, nothing would happen.
for (const host of ['localhost', '127.0.0.1', '[::1]']) {
  test(`Approve leads back to ${host} with a code`, async ({ page }) => {
    mayReach(page, `http://${host}:${E2E_PORT}`);
    await page.goto(consentAddress(host));
    const { origin, searchParams } = await press(page, 'Approve');
    expect(origin).toBe(`http://${host}:${E2E_PORT}`);
    expect(searchParams.get('code')).toMatch(/^ac_test_/);
    expect(searchParams.get('state')).toBe('some state');
    expect(searchParams.get('iss')).toBe(mock);
  });
}

test('Deny leads back with access_denied', async ({ page }) => {
  await page.goto(consentAddress());
  const { searchParams } = await press(page, 'Deny');
  expect(searchParams.get('error')).toBe('access_denied');
  expect(searchParams.has('code')).toBe(false);
});

test('nothing of the consent page is told to the client by the browser', async ({ page }) => {
  await page.goto(consentAddress());
  const returned = page.waitForRequest((request) => request.url().includes('/oauth/callback/?'));
  await page.getByRole('button', { name: 'Approve' }).click();
  expect((await (await returned).allHeaders())['referer']).toBeUndefined();
});

test('the page names every scope and is accessible in both themes and on a phone', async ({ page }) => {
  await page.goto(consentAddress());
  await expect(page.getByRole('listitem')).toHaveCount(9);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await accessibilityFaults(page)).toEqual([]);
  }
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.goto(consentAddress('evil.example'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This sign-in cannot go on');
  expect(await accessibilityFaults(page)).toEqual([]);
});

test('the keyboard is enough', async ({ page }) => {
  await page.goto(consentAddress());
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Approve' })).toBeFocused();
  const returned = page.waitForRequest((request) => request.url().includes('/oauth/callback/?code='));
  await page.keyboard.press('Enter');
  await returned;
});

test('an unregistered address gets a page, and the browser goes nowhere', async ({ page }) => {
  const address = consentAddress('localhost', { redirect_uri: 'https://evil.example/oauth/callback/' });
  await page.goto(address);
  await expect(page.getByText('The redirect_uri is not registered for this client.')).toBeVisible();
  expect(page.url()).toBe(address);
});

test('in a frame there is no consent page', async ({ page, faults }) => {
  await page.setContent(`<iframe src="${consentAddress().replaceAll('&', '&amp;')}"></iframe>`);
  await expect.poll(() => faults.list.join()).toMatch(/frame/i);
  await expect(page.frameLocator('iframe').getByRole('button')).toHaveCount(0);
  faults.expect(/frame/i);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('Approve works too', async ({ page }) => {
    await page.goto(consentAddress());
    expect((await press(page, 'Approve')).searchParams.get('code')).toMatch(/^ac_test_/);
  });
});
