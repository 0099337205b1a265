/** “Sign in with Orbinto” in the console: the real flow, with the sandbox in the page and with a mock. */
import type { Page } from '@playwright/test';
import { freePort } from '../../scripts/ports.ts';
import { accessibilityFaults } from './accessibility.ts';
import { ConsolePage } from './console-page.ts';
import { expect, mayReach, test } from './fixtures.ts';
import { approve, continueTo, dialogOf, openDialog, signedIn } from './sign-in-dialog.ts';

const mock = `http://127.0.0.1:${process.env.E2E_MOCK_PORT}/v1`;
async function useMock(page: Page, address = mock): Promise<void> {
  mayReach(page, address);
  await page.addInitScript((url) => {
    localStorage.setItem('orbinto-environment', 'mock');
    localStorage.setItem('orbinto-mock-url', url);
  }, address);
}

for (const environment of ['sandbox', 'mock'] as const) {
  test(`signs in with the scopes the call needs, calls, and signs out: ${environment}`, async ({ page }) => {
    if (environment === 'mock') await useMock(page);
    const console = await openDialog(page, 'listContacts');
    const scopes = dialogOf(page).getByRole('checkbox');
    await expect(scopes).toHaveCount(9);
    await expect(dialogOf(page).getByRole('checkbox', { checked: true })).toHaveCount(1);
    await dialogOf(page)
      .getByRole('checkbox', { name: /visitors:read/ })
      .check();
    const popup = await continueTo(page);
    await expect(popup.getByRole('listitem')).toHaveCount(2);
    await popup.getByRole('button', { name: 'Approve' }).click();
    await expect(signedIn(page)).toHaveText(/^2 scopes · expires in (?:59|60) min$/);
    await expect(console.key).toHaveCount(0);
    await expect(page.getByText('Signing out revokes the tokens.')).toBeVisible();
    await console.sendFor('200');

    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(console.key).toHaveValue('sk_test_admin');
    await expect(page.getByRole('status').getByText('Signed out: the server has revoked the tokens.')).toBeAttached();
  });
}

test('a call that needs more says so before it is sent; one more consent gets it', async ({ page }) => {
  const console = await openDialog(page, 'createContact');
  await dialogOf(page)
    .getByRole('checkbox', { name: /contacts:write/ })
    .uncheck();
  await expect(dialogOf(page).getByRole('button', { name: 'Continue' })).toBeDisabled();
  await dialogOf(page)
    .getByRole('checkbox', { name: /contacts:read/ })
    .check();
  await approve(page);
  const notice = page.locator('.ob-preflight');
  await expect(notice).toContainText('Your sign-in lacks contacts:write; this needs it.');
  await console.sendAnywayFor('403');
  await notice.getByRole('button', { name: 'Sign in again with contacts:write' }).click();
  await expect(dialogOf(page).getByRole('checkbox', { checked: true })).toHaveCount(2);
  await approve(page);
  await expect(notice).toHaveCount(0);
  await console.sendFor('201');
});

test('key and sign-in stand side by side, each in its environment', async ({ page }) => {
  const console = await openDialog(page, 'listContacts');
  await approve(page);
  await page.getByRole('button', { name: 'Use an API key' }).click();
  await expect(console.key).toHaveValue('sk_test_admin');
  await page.getByRole('button', { name: 'Use your sign-in' }).click();
  await expect(signedIn(page)).toBeVisible();
  await console.environment.selectOption({ label: 'Local mock' });
  await expect(console.key).toHaveValue('sk_test_admin');
  await expect(page.getByRole('button', { name: 'Sign in with Orbinto' })).toBeVisible();
});

test('the sandbox signs in to the workspace of the key', async ({ page }) => {
  const console = new ConsolePage(page);
  await console.open('createContact');
  await console.key.fill('sk_test_signin2026');
  await console.sendFor('201');
  await page.getByRole('button', { name: 'Sign in with Orbinto' }).click();
  await approve(page);
  await console.sendFor('409');
});

test('a mock that does not run is told before a window opens, with the command that starts it', async ({
  page,
  faults,
}) => {
  const port = await freePort();
  await useMock(page, `http://127.0.0.1:${port}/v1`);
  await openDialog(page, 'listContacts');
  await dialogOf(page).getByRole('button', { name: 'Continue' }).click();
  await expect(dialogOf(page)).toContainText(`Nothing answers at http://127.0.0.1:${port}`);
  await expect(dialogOf(page)).toContainText(`npm run mock -- --port ${port}`);
  expect(page.context().pages()).toEqual([page]);
  faults.expect(/ERR_CONNECTION_REFUSED/);
});

test('live asks for the id of the reader’s own client and sends it to Orbinto', async ({ page, context, faults }) => {
  const asked: URL[] = [];
  await context.route('https://app.orbinto.com/**', (route) => {
    const url = new URL(route.request().url());
    if (url.pathname !== '/oauth/authorize')
      return route.fulfill({ json: { issuer: url.origin }, headers: { 'Access-Control-Allow-Origin': '*' } });
    asked.push(url);
    return route.fulfill({ contentType: 'text/html', body: 'consent' });
  });
  await page.addInitScript(() => localStorage.setItem('orbinto-environment', 'live'));
  await openDialog(page, 'listContacts');
  await expect(dialogOf(page)).toContainText('/oauth/callback/');
  await expect(dialogOf(page).getByRole('button', { name: 'Continue' })).toBeDisabled();
  await dialogOf(page).getByLabel('Client id').fill('client_mine');
  await continueTo(page);
  await expect.poll(() => asked.length).toBe(1);
  const { searchParams } = asked[0] ?? new URL('about:blank');
  expect(searchParams.get('client_id')).toBe('client_mine');
  expect(searchParams.get('code_challenge_method')).toBe('S256');
  expect(searchParams.get('scope')).toBe('contacts:read');
  expect(searchParams.get('redirect_uri')).toMatch(/\/oauth\/callback\/$/);
  await dialogOf(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(dialogOf(page)).toHaveCount(0);
  await expect.poll(() => context.pages()).toHaveLength(1);
  faults.expect(/third party: https:\/\/app\.orbinto\.com/);
});

test('a token about to end is renewed before the call', async ({ page }) => {
  await useMock(page);
  await page.clock.install();
  const console = await openDialog(page, 'listContacts');
  await approve(page);
  const renewals: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/oauth/token') && request.method() === 'POST') renewals.push(request.postData() ?? '');
  });
  await console.sendFor('200');
  expect(renewals).toEqual([]);
  await page.clock.fastForward('59:30');
  await console.sendAgainFor('200');
  expect(renewals).toHaveLength(1);
  expect(renewals[0]).toContain('grant_type=refresh_token');
  await expect(signedIn(page)).toHaveText(/expires in (?:59|60) min, renewed at \d/);
});

test('a token that the server has ended is renewed, or asked for anew, with one click', async ({ page }) => {
  const key = `sk_test_ended${Date.now()}`;
  const control = (path: string, body: object) =>
    fetch(`${mock.replace('/v1', '/_sandbox')}${path}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  await useMock(page);
  const console = new ConsolePage(page);
  await console.open('listContacts');
  await console.key.fill(key);
  await page.getByRole('button', { name: 'Sign in with Orbinto' }).click();
  await approve(page);
  await console.sendFor('200');
  expect((await control('/clock', { advance_seconds: 3_700 })).ok).toBe(true);
  await console.sendFor('401');
  await console.response.getByRole('button', { name: 'Renew it and send' }).click();
  await console.expectStatus('200');

  expect((await control('/reset', {})).ok).toBe(true);
  await console.sendFor('401');
  await console.response.getByRole('button', { name: 'Renew it and send' }).click();
  await expect(console.response).toContainText('Your sign-in has ended');
  await console.response.getByRole('button', { name: 'Sign in again and send' }).click();
  await approve(page);
  await console.expectStatus('200');
});

test('the dialog works by keyboard, has no accessibility faults, and gives the focus back', async ({ page }) => {
  const console = new ConsolePage(page);
  await console.open('createContact');
  const button = page.getByRole('button', { name: 'Sign in with Orbinto' });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(dialogOf(page)).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialogOf(page)).toHaveCount(0);
  await expect(button).toBeFocused();
});
