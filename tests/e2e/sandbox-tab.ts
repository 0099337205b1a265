import { expect } from '@playwright/test';
import type { BrowserContext, Page } from '@playwright/test';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dist } from '../../scripts/paths.ts';
import type { BrowserSandbox } from '../../src/sandbox/browser.ts';

/** The sandbox as the built site delivers it. */
const chunk = globSync('_astro/browser.*.js', { cwd: dist }).find((file) =>
  readFileSync(join(dist, file), 'utf8').includes('openSandbox'),
);

export interface Answer {
  readonly status: number;
  /** Of the minute's budget; none outside of `/v1`. */
  readonly remaining: number;
  readonly body: { id?: string; name?: string; error?: { code: string }; pagination?: { total: number } };
}

declare const sandbox: BrowserSandbox;

/** Opens a tab of the site with the sandbox in it. */
export async function openTab(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto('/support/');
  await load(page);
  return page;
}

/** Opens the sandbox in a page. */
export async function load(page: Page): Promise<void> {
  await page.evaluate(async (address) => {
    const { openSandbox } = (await import(address)) as typeof import('../../src/sandbox/browser.ts');
    Object.assign(globalThis, { sandbox: openSandbox() });
  }, `/${chunk}`);
}

/** Sends a request to the sandbox inside a tab. */
export function send(page: Page, method: string, path: string, body?: object, key = 'sk_test_admin'): Promise<Answer> {
  return page.evaluate(
    async ([verb, target, content, secret]) => {
      const headers = { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' };
      const init = content === undefined ? {} : { body: JSON.stringify(content) };
      const response = await sandbox.fetch(new Request(`/v1${target}`, { method: verb, headers, ...init }));
      const text = await response.text();
      const remaining = Number(response.headers.get('X-RateLimit-Remaining'));
      return { status: response.status, remaining, body: (text === '' ? {} : JSON.parse(text)) as Answer['body'] };
    },
    [method, path, body, key] as const,
  );
}

/** Asks the control interface inside a tab. */
export function control(page: Page, method: string, path: string, body?: object): Promise<Answer> {
  return page.evaluate(
    async ([verb, target, content]) => {
      const headers = { 'Content-Type': 'application/json' };
      const init = content === undefined ? {} : { headers, body: JSON.stringify(content) };
      const response = await sandbox.control(target, { method: verb, ...init });
      const text = await response.text();
      return { status: response.status, remaining: NaN, body: (text === '' ? {} : JSON.parse(text)) as Answer['body'] };
    },
    [method, path, body] as const,
  );
}

/**
 * Waits until one tab knows what the other has written. The browser passes localStorage on from process to process a moment
 * after the write: between two presses of a reader, but not always between two calls of a test.
 */
export async function meet(one: Page, other: Page): Promise<void> {
  const known = (page: Page): Promise<string> =>
    page.evaluate(() => JSON.stringify(Object.entries(localStorage).sort()));
  await expect.poll(async () => (await known(one)) === (await known(other))).toBe(true);
}
