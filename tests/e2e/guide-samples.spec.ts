import { execFileSync } from 'node:child_process';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const mock = `http://127.0.0.1:${process.env.E2E_MOCK_PORT}`;
const guides = [
  'quick-start',
  'authentication',
  'versioning',
  'pagination',
  'rate-limits',
  'errors',
  'webhooks',
  'sdks',
  'sandbox',
  'going-live',
];

/** The texts of a page's code blocks. */
function codeOf(page: Page): Promise<string[]> {
  return page.locator('.ob-code pre').evaluateAll((blocks) => blocks.map((block) => block.textContent));
}

/** The same request to the mock, in a workspace of its own, whose records no other test changes. */
function toMock(code: string): string {
  return code
    .replaceAll(/https:\/\/api\.orbinto\.com|http:\/\/127\.0\.0\.1:4010/g, mock)
    .replaceAll(/\$ORBINTO_API_KEY|sk_test_(?:read|admin)/g, 'sk_test_guidesamples');
}

test('each curl command of the guides is answered with success by the mock', async ({ page }) => {
  let sent = 0;
  for (const guide of guides) {
    await page.goto(`/guides/${guide}/`);
    for (const code of await codeOf(page)) {
      // The authorization server of the mock is another matter than its API.
      if (!code.startsWith('curl') || code.includes('app.orbinto.com')) continue;
      const status = execFileSync(
        'bash',
        ['-c', `${toMock(code)} --silent --output /dev/null --write-out '%{http_code}'`],
        { encoding: 'utf8' },
      );
      expect(Number(status), `${guide}: ${code}`).toBeGreaterThanOrEqual(200);
      expect(Number(status), `${guide}: ${code}`).toBeLessThan(300);
      sent += 1;
    }
  }
  expect(sent).toBeGreaterThanOrEqual(6);
});

test('the loop of the pagination guide reads every visitor once', async ({ page }) => {
  await page.goto('/guides/pagination/');
  const loop = (await codeOf(page)).find((code) => code.includes('everyVisitor'));
  const script = `${toMock(loop ?? '')}
    const ids = [];
    for await (const visitor of everyVisitor('sk_test_guidesamples')) ids.push(visitor.id);
    console.log(JSON.stringify([ids.length, new Set(ids).size]));`;
  const counts = JSON.parse(
    execFileSync('node', ['--input-type=module', '--eval', script], { encoding: 'utf8' }),
  ) as number[];
  const list = await fetch(`${mock}/v1/visitors`, { headers: { Authorization: 'Bearer sk_test_guidesamples' } });
  const { pagination } = (await list.json()) as { pagination: { total: number } };
  expect(counts).toEqual([pagination.total, pagination.total]);
});
