import type { Page } from '@playwright/test';
import type { PastCall } from '../../src/site/console/history/history.ts';
import type { StatusFeed } from '../../src/site/feeds/status-feed.ts';
import { accessibilityFaults } from './accessibility.ts';
import { expect, test } from './fixtures.ts';

test('the changelog shows the changes that are chosen, and keeps the choice in its address', async ({ page }) => {
  await page.goto('/changelog/?operation=createWebhook');
  const changes = page.locator('.changes > li:visible');
  await expect(page.locator('select[name=operation]')).toHaveValue('createWebhook');
  await expect(changes.filter({ hasText: 'POST /webhooks 409' })).toHaveCount(1);
  await expect(changes.filter({ hasText: 'breaking' })).toHaveCount(0);
  await page.locator('select[name=operation]').selectOption('');
  await page.locator('select[name=kind]').selectOption('breaking');
  await expect(page).toHaveURL(/\/changelog\/\?kind=breaking$/);
  for (const change of await changes.all()) await expect(change).toContainText('Breaking');
});

const now = Date.parse('2026-11-29T12:00:00Z');
const feed: StatusFeed = {
  version: 1,
  generated_at: '2026-11-29T11:57:00Z',
  stale_after_seconds: 900,
  services: [
    {
      id: 'api',
      name: 'REST API',
      state: 'operational',
      checked_at: '2026-11-29T11:57:00Z',
      response_ms: 42,
      error: null,
      uptime_90_days: 99.5,
      days: [{ date: '2026-11-29', checks: 200, degraded: 0, down: 1 }],
      recent: [
        { at: '2026-11-29T11:47:00Z', state: 'operational', response_ms: 84 },
        { at: '2026-11-29T11:52:00Z', state: 'down', response_ms: null },
        { at: '2026-11-29T11:57:00Z', state: 'operational', response_ms: 42 },
      ],
    },
  ],
  incidents: [
    {
      id: 'late',
      kind: 'incident',
      title: 'Answers <img src="x" onerror="alert(1)"> are late',
      services: ['api'],
      state: 'investigating',
      started_at: '2026-11-29T11:50:00Z',
      resolved_at: null,
      updates: [{ at: '2026-11-29T11:51:00Z', state: 'investigating', text: 'We <b>look</b>.' }],
    },
  ],
};

async function openStatus(page: Page, json: unknown) {
  await page.clock.install({ time: now });
  await page.route('/status.json', (route) => route.fulfill({ json }));
  await page.goto('/status/');
  return page.locator('[data-service="api"]');
}

test('the status page tells the newest measurement, and that nothing is known once it is old', async ({ page }) => {
  const api = await openStatus(page, feed);
  await expect(api).toHaveAttribute('data-state', 'operational');
  await expect(api).toContainText('measured 3 minutes ago');
  await expect(page.getByText('Nothing has been measured yet')).toBeHidden();
  await expect(api.getByText('Response times: 42 to 84 ms')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Answers <img src="x" onerror="alert(1)"> are late' })).toBeVisible();
  await expect(page.locator('#incident-late-1')).toHaveText(/11:51 UTC, investigating: We <b>look<\/b>\./);
  await expect(page.getByText('None are on record')).toBeHidden();
  const colour = (selector: string) => api.locator(selector).evaluate((element) => getComputedStyle(element).color);
  expect(await colour('.state')).not.toBe(await colour('.facts'));
  await api.getByText('Day by day').click();
  await api.getByText('Check by check').click();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.clock.fastForward(13 * 60_000);
  await expect(api).toHaveAttribute('data-state', 'unknown');
  await expect(api).toContainText('last measured 16 minutes ago: operational');
  expect(await colour('.state'), 'what is old is grey').toBe(await colour('.facts'));
  await expect(api.getByRole('rowheader', { name: '2026-11-29' })).toBeVisible();
  await expect(api.getByRole('cell', { name: 'no answer' })).toBeVisible();
});

test('a feed that cannot be read is told of, and nothing is claimed', async ({ page }) => {
  const api = await openStatus(page, { ...feed, services: [{ id: 'api' }] });
  await expect(page.locator('#services-note')).toContainText('services[0].name must be a text');
  await expect(api).toHaveAttribute('data-state', 'not_measured');
});

test('the support form takes over the last failure without secrets, with what the catalogue says of it', async ({
  page,
}) => {
  const past: PastCall = {
    id: '1-a',
    time: now,
    operationId: 'createContact',
    method: 'post',
    path: '/contacts',
    page: '/reference/contacts/create-contact/',
    environment: 'live',
    call: { values: {}, body: '{"email":"jane@example.com","note":"sk_live_abc123"}' },
    about: '',
    removed: true,
    result: '409',
    requestId: 'req_abc123',
    code: 'email_taken',
  };
  await page.addInitScript((call) => localStorage.setItem('orbinto-call:1-a', JSON.stringify(call)), past);
  await page.goto('/support/');
  const text = page.getByLabel('Your message');
  await page.getByRole('button', { name: "Take the console's last failure" }).click();
  await expect(text).toHaveValue(
    /^Request id: req_abc123\nTime, with time zone: 2026-11-29T12:00:00Z\nMethod and path: POST \/contacts/,
  );
  await expect(text).not.toHaveValue(/sk_live/);
  await expect(page.locator('[data-help]')).toContainText('A contact with this email exists');
  await text.fill('My key is sk_live_abc123');
  await page.getByRole('button', { name: 'Copy', exact: true }).last().click();
  await expect(text).toHaveValue('My key is ');
  expect(await accessibilityFaults(page)).toEqual([]);
});
