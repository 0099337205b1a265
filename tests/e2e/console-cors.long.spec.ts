/** The mock as a server of another origin, asked by a real browser with real preflights. */
import { createServer, request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loadPolicies } from '../../src/openapi/document/load.ts';
import { ConsolePage } from './console-page.ts';
import { expect, mayReach, test } from './fixtures.ts';

const { cors } = await loadPolicies();
const mock = `http://127.0.0.1:${process.env.E2E_MOCK_PORT}/v1`;

/** A server that passes on what it is asked, for a browser does not show its preflights. */
async function relay(port: string, note: (asked: IncomingMessage) => void): Promise<{ origin: string; close(): void }> {
  const server = createServer((asked, answer) => {
    note(asked);
    const { method, url: path, headers } = asked;
    const onward = request({ host: '127.0.0.1', port, method, path, headers }, (given) => {
      answer.writeHead(given.statusCode ?? 500, given.headers);
      given.pipe(answer);
    });
    asked.pipe(onward);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${address.port}`, close: () => void server.close() };
}

/** Sends a request from the page and tells its status and the names of the headers that the page may read. */
async function ask([url, method, key]: readonly [string, string, string]) {
  const hasBody = method === 'POST' || method === 'PATCH';
  const response = await fetch(url, {
    method,
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json', 'X-Custom': '1' },
    ...(hasBody && { body: '{}' }),
  });
  return { status: response.status, headers: [...response.headers.keys()] };
}

test('every method gets through with its headers, after a preflight that is then remembered', async ({ page }) => {
  const preflights: string[] = [];
  const { origin, close } = await relay(new URL(mock).port, (asked) => {
    if (asked.method === 'OPTIONS') preflights.push(asked.url ?? '');
  });
  mayReach(page, origin);
  await page.goto('/guides/going-live/');
  const key = `sk_test_cors${Date.now()}`;
  const statuses: Record<string, number> = { GET: 200, HEAD: 200, POST: 422, PATCH: 200, DELETE: 404 };
  expect(Object.keys(statuses).sort()).toEqual([...cors.allow_methods].sort());
  const exposed = cors.expose_headers.map((name) => name.toLowerCase());
  for (const [method, status] of Object.entries(statuses)) {
    const path = { PATCH: '/contacts/con_abc123', DELETE: '/contacts/con_none' }[method] ?? '/contacts';
    const answer = await page.evaluate(ask, [`${origin}/v1${path}`, method, key] as const);
    expect([method, answer.status]).toEqual([method, status]);
    expect(answer.headers).toEqual(
      expect.arrayContaining(exposed.filter((name) => /^x-(?:ratelimit|request)/.test(name))),
    );
    expect(answer.headers).not.toContain('date');
  }
  expect(preflights).toContain('/v1/contacts/con_abc123');
  const before = preflights.length;
  await page.evaluate(ask, [`${origin}/v1/contacts`, 'GET', key] as const);
  expect(preflights).toHaveLength(before);
  close();
});

test('an address of another port is another origin, and answers as well', async ({ page, baseURL }) => {
  expect(new URL(baseURL ?? '').port).not.toBe(new URL(mock).port);
  mayReach(page, mock, mock.replace('127.0.0.1', 'localhost'));
  const console = new ConsolePage(page);
  await console.open('listContacts');
  await console.environment.selectOption({ label: 'Local mock' });
  await page.getByLabel('Mock address').fill(mock.replace('127.0.0.1', 'localhost'));
  await console.sendFor('200');
  await page.getByLabel('Mock address').fill(mock);
  await console.sendFor('200');
});

test('the going-live guide states the contract', async ({ page }) => {
  await page.goto('/guides/going-live/');
  const table = page.getByRole('table').filter({ hasText: 'Access-Control-Expose-Headers' });
  for (const name of [...cors.expose_headers, ...cors.allow_headers, ...cors.allow_methods])
    await expect(table.getByText(name, { exact: true }).first()).toBeVisible();
});
