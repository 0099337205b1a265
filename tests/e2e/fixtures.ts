import { test as base, expect } from '@playwright/test';
import type { Page } from '@playwright/test';

/** Addresses that a page may reach: its own, and a mock on this machine. Everything else is a third party. */
const local = /^(?:http:\/\/(?:localhost|127\.0\.0\.1):|data:|blob:|about:)/;

/** What went wrong on a page that no test looked for. */
export interface Faults {
  /** Requests to other hosts, refused scripts, exceptions and console errors, in the order they happened. */
  readonly list: string[];
  /** Takes faults that match out of the list: the test expects them. */
  expect(pattern: RegExp): void;
}

/**
 * Collects the faults of a page from now on.
 *
 * @see https://www.w3.org/TR/CSP3/#violation-events
 */
export async function watch(page: Page): Promise<Faults> {
  const list: string[] = [];
  page.on('request', (request) => {
    if (!local.test(request.url())) list.push(`third party: ${request.url()}`);
  });
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
  return {
    list,
    expect: (pattern) => {
      const rest = list.filter((fault) => !pattern.test(fault));
      list.splice(0, list.length, ...rest);
    },
  };
}

/**
 * Playwright's `test` that fails, whatever else it checks, when the page breaks its content security policy, asks a
 * third party, throws, or writes an error to the console. `faults.expect(/…/)` allows what a test provokes.
 */
export const test = base.extend<{ faults: Faults }>({
  faults: [
    async ({ page }, use) => {
      const faults = await watch(page);
      await use(faults);
      expect(faults.list).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
