import type { Page } from '@playwright/test';
import type { ConsolePage } from './console-page.ts';
import { mayReach } from './fixtures.ts';

export const mock = `http://127.0.0.1:${process.env.E2E_MOCK_PORT}/v1`;

export interface GivenAnswer {
  status?: number;
  contentType?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

/** Headers that every documented answer of the API carries. */
export const documentedHeaders = {
  'X-RateLimit-Limit': '1000',
  'X-RateLimit-Remaining': '250',
  'X-RateLimit-Reset': '42',
  'X-Request-Id': 'req_abc123',
};

/** Has the local mock answer whatever a test wants, and the console send there. */
export async function answerWith(console: ConsolePage, answer: () => GivenAnswer): Promise<void> {
  const { page } = console;
  await routeMock(page, answer);
  await console.environment.selectOption({ label: 'Local mock' });
  await page.getByLabel('Mock address').fill(mock);
}

export async function routeMock(page: Page, answer: () => GivenAnswer): Promise<void> {
  mayReach(page, mock);
  await page.route(`${mock}/**`, (route) => {
    const { status = 200, contentType = 'application/json', headers = documentedHeaders, body = '' } = answer();
    const cors = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': '*' };
    return route.fulfill({ status, headers: { ...cors, ...headers, 'Content-Type': contentType }, body });
  });
}
