/** With the in-page sandbox chosen, no page asks anyone but the site itself, whatever a reader does on it. */
import type { Page } from '@playwright/test';
import { addressOf } from './console-page.ts';
import { sendButton } from './console.ts';
import { openRequest, sendRequest } from './explorer-page.ts';
import { expect, test } from './fixtures.ts';
import { sitePages } from './site-pages.ts';

/** One page of each type, what it is told by, and what a reader does on it. */
const types: readonly [name: string, pattern: RegExp, address: string, ...acts: ((page: Page) => Promise<void>)[]][] = [
  ['landing page', /^\/$/, '/', runQuickStart],
  ['sandbox guide', /^\/guides\/sandbox\/$/, '/guides/sandbox/', runBlocks, usePanel],
  ['guide', /^\/guides\/[^/]+\/$/, '/guides/webhooks/', runBlocks],
  ['library', /^\/guides\/sdks\/[a-z]+\/$/, '/guides/sdks/python/'],
  ['reference', /^\/reference\/$/, '/reference/'],
  ['resource', /^\/reference\/(?!events)[a-z]+\/$/, '/reference/contacts/'],
  ['operation', /^\/reference\/[a-z]+\/[a-z-]+\/$/, addressOf('createContact'), useConsole],
  ['events', /^\/reference\/events\/$/, '/reference/events/'],
  ['event', /^\/reference\/events\/[^/]+\/$/, '/reference/events/message.created/'],
  ['schema', /^\/reference\/schemas\/[^/]+\/$/, '/reference/schemas/running-chatbot/'],
  ['error catalogue', /^\/errors\/$/, '/errors/'],
  ['scope matrix', /^\/scopes\/$/, '/scopes/'],
  ['downloads and SDKs', /^\/resources\/$/, '/resources/'],
  ['playground', /^\/playground\/$/, '/playground/', writeAsVisitor],
  ['replay', /^\/sandbox\/replay\/$/, '/sandbox/replay/'],
  ['workflows', /^\/workflows\/$/, '/workflows/', runWorkflow],
  ['changelog', /^\/changelog\/$/, '/changelog/'],
  ['what changed for me', /^\/changelog\/for-me\/$/, '/changelog/for-me/'],
  ['status', /^\/status\/$/, '/status/'],
  ['quality', /^\/quality\/$/, '/quality/'],
  ['offline', /^\/offline\/$/, '/offline/'],
  ['support', /^\/support\/$/, '/support/'],
  ['explorer', /^\/explorer\/$/, '/explorer/#listContacts', useExplorer],
  ['consent', /^\/oauth\/authorize\/$/, '/oauth/authorize/'],
  ['callback', /^\/oauth\/callback\/$/, '/oauth/callback/?code=x&state=y'],
  ['404', /^\/404\.html$/, '/no/such/page/'],
];

async function runQuickStart(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Run' }).first().click();
  await expect(page.locator('[data-status="200"]')).toBeVisible();
}

async function runBlocks(page: Page): Promise<void> {
  const blocks = page.locator('[data-runnable]');
  expect(await blocks.count()).toBeGreaterThan(0);
  for (const block of await blocks.all()) {
    await block.getByRole('button', { name: 'Run' }).click();
    await expect(block.getByRole('region', { name: 'Response' })).toHaveAttribute('data-status', /\d+/);
  }
}

async function writeAsVisitor(page: Page): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Message of the visitor' });
  await field.fill('Is anybody there?');
  await field.press('Enter');
  await expect(page.getByText('Both signatures verify.', { exact: true })).toHaveCount(2);
}

async function runWorkflow(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Choose a workflow' }).click();
  await page.getByRole('button', { name: 'Send this step' }).click();
  await expect(page.locator('[data-outcome="done"]')).toHaveCount(1);
}

async function useConsole(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Try it' }).click();
  await sendButton(page).click();
  const response = page.getByRole('region', { name: 'Response' });
  await expect(response).toHaveAttribute('data-status', '201');
  await expect(response).toContainText('Matches the specification');
  await page.getByRole('button', { name: 'History', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'History' }).getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Sign in with Orbinto' }).click();
  const popup = page.waitForEvent('popup');
  await page.getByRole('dialog').getByRole('button', { name: 'Continue' }).click();
  await (await popup).getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByLabel('Signed in')).toBeVisible();
  await page.getByRole('button', { name: 'Sandbox controls' }).click();
  await emit(page);
}

async function usePanel(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the control panel' }).click();
  await emit(page);
}

/** Has an event delivered: to the receiver that is built in, not to the address that the webhook names. */
async function emit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Emit', exact: true }).click();
  await expect(page.locator('[data-delivery][data-status="delivered"]').first()).toBeVisible();
}

async function useExplorer(page: Page): Promise<void> {
  await openRequest(page, 'listContacts');
  await sendRequest(page);
  await expect(page.getByText('200 OK').first()).toBeVisible();
  await page.keyboard.press('Escape');
}

/** Searches by the button of the header and follows what is found first. */
async function search(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Search' });
  await dialog.getByRole('combobox').fill('retry');
  await expect(dialog.getByRole('group', { name: 'Pages' }).getByRole('option').first()).toBeVisible();
  await dialog.getByRole('option').first().click();
  await expect(dialog).toBeHidden();
}

/** Addresses of other origins that the browser may turn to before anybody asks: to resolve, to connect, to load early. */
const hints = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLLinkElement>('link[rel~="preconnect"], link[rel~="dns-prefetch"], link[as]')]
      .map((link) => new URL(link.href).origin)
      .filter((origin) => origin !== location.origin),
  );

test('every page of the site is of a type that is tested here', () => {
  expect(sitePages.filter((address) => !types.some(([, pattern]) => pattern.test(address)))).toEqual([]);
});

/** Gathers the origins that a page, and what opens from it, asks anything of. */
function watchOrigins(page: Page): Set<string> {
  const origins = new Set<string>();
  page.context().on('request', (request) => {
    if (!/^(?:data|blob):/.test(request.url())) origins.add(new URL(request.url()).origin);
  });
  return origins;
}

/** A request that never ends is none that was missed. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle', { timeout: 10_000 }).catch(() => undefined);
}

for (const [name, , address, ...acts] of types.filter(([, , , act]) => act)) {
  const tag = ['landing page', 'operation', 'explorer'].includes(name) ? [] : '@long';
  test(`nothing leaves the site's own origin: ${name}`, { tag }, async ({ page, baseURL, faults }) => {
    test.slow();
    const origins = watchOrigins(page);
    await page.goto(address);
    for (const act of acts) await act(page);
    expect(await hints(page)).toEqual([]);
    await search(page);
    await settle(page);
    expect([...origins]).toEqual([new URL(baseURL ?? '').origin]);
    // Scalar tries once whether it may evaluate code, and goes on without.
    if (name === 'explorer') faults.expect(/policy: script-src/);
  });
}

test("nothing leaves the site's own origin: pages that are only read", { tag: '@long' }, async ({ page, baseURL }) => {
  test.slow();
  const origins = watchOrigins(page);
  for (const [, , address] of types.filter(([, , , act]) => !act)) {
    await page.goto(address);
    expect(await hints(page), address).toEqual([]);
    await settle(page);
  }
  expect([...origins]).toEqual([new URL(baseURL ?? '').origin]);
});
