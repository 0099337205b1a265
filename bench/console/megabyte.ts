import type { Page } from '@playwright/test';
import { defaultMockUrl } from '../../src/site/session/addresses.ts';
import { launch } from '../browser.ts';
import { figure, median } from '../report.ts';
import type { Part } from '../report.ts';
import { serveOwn } from './contestants.ts';
import { longestTask } from './tasks.ts';

const ROUNDS = 5;
/** Milliseconds: what is longer, people feel. */
const GOAL = 100;

/** What is pressed, in this order, and what shows that it is done. */
const STEPS = [
  { what: 'Send', done: '3,900 more' },
  { what: '3,900 more', done: '3,800 more' },
  { what: 'Raw', done: 'con_3999' },
  { what: 'Pretty', done: '3,800 more' },
] as const;

/** How long an answer of a megabyte holds the page up, at each step of a reader who looks at it. */
export async function megabyte(): Promise<Part> {
  const site = await serveOwn('/reference/contacts/list-contacts/');
  const browser = await launch();
  const longest = STEPS.map((): number[] => []);
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const page = await browser.newPage();
      await openConsole(page, site.url);
      for (const [index, step] of STEPS.entries()) longest[index]?.push(await pressed(page, step));
      await page.close();
    }
  } finally {
    await browser.close();
    await site.close();
  }
  const medians = longest.map(median);
  return {
    title: 'An answer of a megabyte',
    method: `Chromium ${browser.version()}: the longest task of the page’s thread, in processor time, from the press until the page rests; medians of ${ROUNDS} rounds. The answer is a list of 4,000 contacts.`,
    columns: ['pressed', 'longest task'],
    rows: STEPS.map(({ what }, index) => [what, `${figure(medians[index] ?? NaN)} ms`]),
    goals: [{ what: 'the longest of all', reached: Math.max(...medians), unit: ' ms', bound: { max: GOAL } }],
  };
}

/** Opens the console and sends once: the first answer brings the code that shows answers. */
async function openConsole(page: Page, url: string): Promise<void> {
  const bodies = ['{"data":[],"pagination":{"limit":1,"next_cursor":null,"has_more":false}}', listOfContacts()];
  await page.route(`${defaultMockUrl}/**`, (route) =>
    route.fulfill({
      contentType: 'application/json',
      headers: { 'Access-Control-Allow-Origin': '*' },
      body: (bodies.length > 1 ? bodies.shift() : bodies[0]) ?? '',
    }),
  );
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Try it' }).click();
  await page.getByLabel('Environment').selectOption({ label: 'Local mock' });
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.locator('[data-status="200"]').waitFor();
}

/** Pressed by script: the driver's own look at a page of this size would count too. */
async function pressed(page: Page, { what, done }: (typeof STEPS)[number]): Promise<number> {
  const button = page.locator('button, [data-kind="more"]', { hasText: new RegExp(`^${what}$`) }).last();
  const time = await longestTask(page, () => button.evaluate((element: HTMLElement) => element.click()));
  await page.getByText(done).last().waitFor({ state: 'attached' });
  return time;
}

function listOfContacts(): string {
  const data = Array.from({ length: 4_000 }, (_, index) => ({
    id: `con_${index}`,
    email: `reader.${index}@example.com`,
    name: 'Reader',
    phone: null,
    company: 'Example Ltd',
    avatar_url: null,
    tags: ['vip', 'newsletter'],
    custom_attributes: { plan: 'x', seats: 12 },
    created_at: '2026-02-11T10:12:00Z',
    updated_at: '2026-02-11T10:12:00Z',
  }));
  return JSON.stringify({ data, pagination: { limit: 100, next_cursor: null, has_more: false } });
}
