/** A page of the site signs a user in: with the sandbox in the page, and with a mock on the reader's machine. */
import type { Page } from '@playwright/test';
import type * as Environments from '../../src/site/session/environments.ts';
import type * as Servers from '../../src/site/session/sign-in/oauth/authorization-server.ts';
import type * as SignIn from '../../src/site/session/sign-in/oauth/authorization-code.ts';
import type { Tokens } from '../../src/site/session/sign-in/oauth/token-request.ts';
import { accessibilityFaults } from './accessibility.ts';
import { bundle } from './bundle.ts';
import { expect, mayReach, test } from './fixtures.ts';

type EnvironmentId = 'sandbox' | 'mock';

/** What the test puts into the page: the modules, and what came of the last sign-in. */
interface Bench {
  modules: typeof Environments & typeof Servers & typeof SignIn;
  server: Servers.AuthorizationServer;
  outcome: Promise<Tokens | { failed: string }>;
}
declare const bench: Bench;

const mockUrl = `http://127.0.0.1:${process.env.E2E_MOCK_PORT ?? ''}/v1`;
const modulesAddress = '/modules-under-test.js';
const sources = ['environments', 'sign-in/oauth/authorization-server', 'sign-in/oauth/authorization-code'];
const script = bundle(
  'modules',
  sources.map((name) => `src/site/session/${name}.ts`),
);

/** A page of the site with a button that signs in. */
async function openBench(page: Page, environment: EnvironmentId, scopes: string[]): Promise<void> {
  if (environment === 'mock') mayReach(page, mockUrl);
  await page.goto('/guides/sandbox/');
  await page.evaluate(
    async ([address, id, baseUrl, wanted]) => {
      await (import(address) as Promise<unknown>);
      const { modules } = globalThis as unknown as Pick<Bench, 'modules'>;
      const server = modules.authorizationServer({ id, baseUrl });
      const state = { modules, server } as Bench;
      const secrets = await modules.prepareSignIn(server);
      const button = document.createElement('button');
      button.textContent = 'Sign in';
      button.addEventListener('click', () => {
        const request = { clientId: 'client_test', scopes: wanted };
        state.outcome = modules
          .signIn(server, secrets, request)
          .catch((error: unknown) => ({ failed: String((error as { code?: string }).code) }));
      });
      document.querySelector('main')?.prepend(button);
      Object.assign(globalThis, { bench: state });
    },
    [modulesAddress, environment, mockUrl, scopes] as const,
  );
}

/** Presses the button and gives the window that opens. */
async function press(page: Page): Promise<Page> {
  const popup = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  return popup;
}

const outcome = (page: Page) => page.evaluate(() => bench.outcome);

/** The status of a call with an access token. */
function call(page: Page, token: string, environment: EnvironmentId, path: string): Promise<number> {
  return page.evaluate(
    async ([secret, id, url]) => {
      const request = new Request(url, { headers: { Authorization: `Bearer ${secret}` } });
      return (await bench.modules.send(request, id)).status;
    },
    [token, environment, `${mockUrl}${path}`] as const,
  );
}

// Below the site's own address, so that its policy lets a page load it.
test.beforeEach(({ context }) =>
  context.route(`**${modulesAddress}`, async (route) =>
    route.fulfill({ contentType: 'text/javascript', body: await script }),
  ),
);

for (const environment of ['sandbox', 'mock'] as const) {
  test(`signs in, calls, refreshes and revokes: ${environment}`, async ({ page }) => {
    await openBench(page, environment, ['contacts:read']);
    const popup = await press(page);
    await expect(popup.getByRole('listitem')).toHaveText([/See your contacts/]);
    const closed = popup.waitForEvent('close');
    await popup.getByRole('button', { name: 'Approve' }).click();
    await closed;
    const tokens = (await outcome(page)) as Tokens;
    expect(tokens.scopes).toEqual(['contacts:read']);
    expect(tokens.expiresAt).toBeGreaterThan(Date.now() + 3_500_000);
    expect(await call(page, tokens.accessToken, environment, '/contacts')).toBe(200);
    expect(await call(page, tokens.accessToken, environment, '/webhooks')).toBe(403);

    const next = await page.evaluate((old) => bench.modules.refresh(bench.server, 'client_test', old), tokens);
    expect(next.accessToken).not.toBe(tokens.accessToken);
    expect(await call(page, next.accessToken, environment, '/contacts')).toBe(200);
    await page.evaluate((old) => bench.modules.revoke(bench.server, 'client_test', old), next);
    expect(await call(page, next.accessToken, environment, '/contacts')).toBe(401);
  });

  test(`tells when the user denies: ${environment}`, async ({ page }) => {
    await openBench(page, environment, ['contacts:read']);
    await (await press(page)).getByRole('button', { name: 'Deny' }).click();
    expect(await outcome(page)).toEqual({ failed: 'access_denied' });
  });

  test(`tells when the user closes the window: ${environment}`, async ({ page }) => {
    await openBench(page, environment, ['contacts:read']);
    const popup = await press(page);
    await expect(popup.getByRole('button', { name: 'Approve' })).toBeVisible();
    await popup.close();
    expect(await outcome(page)).toEqual({ failed: 'window_closed' });
  });
}

for (const [name, authorize] of [
  ['sandbox', '/oauth/authorize/'],
  ['mock', mockUrl.replace('/v1', '/oauth/authorize')],
] as const) {
  test(`the window stays in touch with the page that opened it, all the way: ${name}`, async ({ page }) => {
    if (name === 'mock') mayReach(page, mockUrl);
    await page.goto('/guides/sandbox/');
    const opened = page.waitForEvent('popup');
    await page.evaluate((address) => {
      const parameters = {
        client_id: 'client_test',
        redirect_uri: `${location.origin}/oauth/callback/`,
        response_type: 'code',
        scope: 'contacts:read',
        state: 'nobody waits for it',
        code_challenge: 'a'.repeat(43),
        code_challenge_method: 'S256',
      };
      const popup = open('about:blank', '_blank', 'popup');
      popup?.location.replace(`${new URL(address, location.href).href}?${new URLSearchParams(parameters).toString()}`);
      Object.assign(globalThis, { popup });
    }, authorize);
    const popup = await opened;
    await popup.getByRole('button', { name: 'Approve' }).click();
    await expect(popup.getByRole('heading', { level: 1 })).toHaveText('Nobody is waiting');
    expect(await page.evaluate(() => (globalThis as unknown as { popup: Window }).popup.closed)).toBe(false);
  });
}

test('in the page nothing is sent: no request but those that load files', async ({ page, context }) => {
  const sent: string[] = [];
  context.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (request.method() !== 'GET' || /^\/(?:v1|oauth\/(?:token|revoke)|oauth\/authorize)$/.test(pathname))
      sent.push(pathname);
  });
  await openBench(page, 'sandbox', ['contacts:read']);
  await (await press(page)).getByRole('button', { name: 'Approve' }).click();
  expect(await outcome(page)).toHaveProperty('accessToken');
  expect(sent).toEqual([]);
});

test('a token of the page survives a reload, and a reset of the sandbox ends it', async ({ page }) => {
  await openBench(page, 'sandbox', ['contacts:read']);
  await (await press(page)).getByRole('button', { name: 'Approve' }).click();
  const { accessToken } = (await outcome(page)) as Tokens;
  await openBench(page, 'sandbox', []);
  expect(await call(page, accessToken, 'sandbox', '/contacts')).toBe(200);
  await page.evaluate(() => bench.modules.resetSandbox('sk_test_admin'));
  expect(await call(page, accessToken, 'sandbox', '/contacts')).toBe(401);
});

test('two sign-ins at once do not take each other’s answers', async ({ page, context }) => {
  const other = await context.newPage();
  await openBench(page, 'sandbox', ['contacts:read']);
  await openBench(other, 'sandbox', ['visitors:read']);
  const popups = [await press(page), await press(other)];
  await popups[1]?.getByRole('button', { name: 'Approve' }).click();
  expect(await outcome(other)).toMatchObject({ scopes: ['visitors:read'] });
  await popups[0]?.getByRole('button', { name: 'Approve' }).click();
  expect(await outcome(page)).toMatchObject({ scopes: ['contacts:read'] });
});

test('the consent page of the site shows mistakes and goes nowhere', async ({ page }) => {
  await page.goto('/oauth/authorize/?client_id=client_test&redirect_uri=https://evil.example/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This sign-in cannot go on');
  await expect(page.getByText('The redirect_uri is not registered for this client.')).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
});

test('the callback page forgets its query at once and says when nobody waits', async ({ page }) => {
  const response = await page.goto('/oauth/callback/?code=ac_test_secret&state=xyz&iss=x');
  expect(response?.headers()['referrer-policy']).toBe('no-referrer');
  expect(await page.evaluate(() => location.search)).toBe('');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nobody is waiting');
  expect(await page.content()).not.toContain('ac_test_secret');
  await page.goto('/oauth/callback/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing to do here');
});
