import { test as base, expect } from '@playwright/test';
import type { BrowserContext, Page } from '@playwright/test';

/** What went wrong on a page that no test looked for. */
export interface Faults {
  /** Requests to other origins, refused scripts, exceptions and console errors, in the order they happened. */
  readonly list: string[];
  /** Takes faults that match out of the list: the test expects them. */
  expect(pattern: RegExp): void;
}

/** The origins that a test lets its pages reach, beside the site's own. */
const reachable = new WeakMap<BrowserContext, Set<string>>();

/** Lets the pages of a test reach the origins of these addresses from now on: a mock, a server that the test runs. */
export function mayReach(page: Page, ...addresses: string[]): void {
  const origins = reachable.get(page.context()) ?? new Set();
  for (const address of addresses) origins.add(new URL(address).origin);
  reachable.set(page.context(), origins);
}

/** Tells of every request of a browser's tabs, windows and workers that goes to another origin than the site's own. */
function watchRequests(context: BrowserContext, own: string, list: string[]): void {
  const note = (address: string) => {
    const { protocol, origin } = new URL(address.replace(/^ws/, 'http'));
    const stays = /^(?:data|blob|about):$/.test(protocol) || origin === own;
    if (!stays && !reachable.get(context)?.has(origin)) list.push(`third party: ${address}`);
  };
  const noteSockets = (page: Page) => page.on('websocket', (socket) => note(socket.url()));
  context.on('request', (request) => note(request.url()));
  context.on('page', noteSockets);
  context.pages().forEach(noteSockets);
}

/** Notes the exceptions, console errors and breaches of the policy of one page. */
async function watchPage(page: Page, list: string[]): Promise<void> {
  page.on('pageerror', (error) => list.push(`exception: ${error.message}`));
  page.on('console', (message) => {
    // The browser reports every answer of 400 and above; an API that is tested with failures gives many.
    const answer = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !answer) list.push(`console: ${message.text()}`);
  });
  await page.exposeFunction('reportViolation', (text: string) => list.push(`policy: ${text}`));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      const report = (globalThis as unknown as { reportViolation(text: string): void }).reportViolation;
      report(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
    });
  });
}

/**
 * Collects the faults of one more page of a test from now on; what it requests is watched already.
 *
 * @see https://www.w3.org/TR/CSP3/#violation-events
 */
export async function watch(page: Page, list: string[] = []): Promise<Faults> {
  await watchPage(page, list);
  return {
    list,
    expect: (pattern) => {
      const rest = list.filter((fault) => !pattern.test(fault));
      list.splice(0, list.length, ...rest);
    },
  };
}

/**
 * Playwright's `test` that fails, whatever else it checks, when any page of it asks another origin than the site's own,
 * or its first page breaks its content security policy, throws, or writes an error to the console.
 * `mayReach` names an origin that a test needs, `faults.expect(/…/)` allows what it provokes.
 */
export const test = base.extend<{ faults: Faults }>({
  faults: [
    async ({ page, baseURL }, use) => {
      const list: string[] = [];
      watchRequests(page.context(), new URL(baseURL ?? '').origin, list);
      const faults = await watch(page, list);
      await use(faults);
      expect(faults.list).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
