/** New versions of the site, and what goes wrong on the way to them. */
import type { Page } from '@playwright/test';
import { CACHE_PREFIX } from '../../src/site/offline/cache-names.ts';
import { revise, startDeployments } from './deployments.ts';
import type { Build, Deployments } from './deployments.ts';
import { send } from './console.ts';
import { expect, mayReach, test } from './fixtures.ts';

test.use({ serviceWorkers: 'allow' });

let site: Deployments;
let first: Build;
let next: Build;
let off: Build;

test.beforeAll(async () => {
  first = await revise('first');
  next = await revise('anew');
  off = await revise('plain', true);
});

test.afterAll(() => {
  for (const build of [first, next, off]) build.remove();
});

test.beforeEach(async ({ page }) => {
  site = await startDeployments(first.folder);
  mayReach(page, site.base);
});

test.afterEach(() => site.close());

const title = (page: Page) => page.locator('h1').first();
const visit = (page: Page, path: string) => page.goto(site.base + path);

/** How many files are kept, and whether a worker of this build answers. */
function kept(page: Page): Promise<{ files: number; caches: string[]; workers: number }> {
  return page.evaluate(async () => {
    const names = await caches.keys();
    const files = names.includes('orbinto-offline-kept')
      ? await (await caches.open('orbinto-offline-kept')).keys()
      : [];
    const registrations = await navigator.serviceWorker.getRegistrations();
    const running = registrations.filter(({ active, installing }) => active?.state === 'activated' && !installing);
    return { files: files.length, caches: names, workers: running.length };
  });
}

async function untilKept(page: Page): Promise<number> {
  await expect.poll(async () => (await kept(page)).workers, { timeout: 60_000 }).toBe(1);
  return (await kept(page)).files;
}

test('a new deployment is read at the next visit, kept after it, and a page of the old one goes on', async ({
  page,
  context,
}) => {
  await visit(page, '/reference/contacts/create-contact/');
  await untilKept(page);
  site.deploy(next.folder);
  const other = await context.newPage();
  await visit(other, '/guides/errors/');
  await expect(title(other)).toContainText('anew');
  await expect
    .poll(() =>
      other.evaluate(async () => (await caches.open('orbinto-offline-assets')).keys().then((keys) => keys.length)),
    )
    .toBeGreaterThan(0);

  // Of the old page the console, its form and the sandbox come only now: files that the server does not have any more.
  const asked = site.asked.length;
  await page.getByRole('button', { name: 'Try it' }).click();
  await send(page, 201);
  expect(site.asked.slice(asked).filter((path) => path.startsWith('/_astro/'))).toEqual([]);

  await site.close();
  await visit(other, '/guides/webhooks/');
  await expect(title(other)).toContainText('anew');
});

test('an installation that is broken off leaves the site as it is, and is gone on with at the next visit', async ({
  page,
}) => {
  let left = 4;
  const isOfTheWorker = (path: string) => /^\/reference\/.*\/$/.test(path);
  const answered = new Set<string>();
  site.answer = (path) => {
    if (!isOfTheWorker(path)) return undefined;
    if (--left < 0) return 'nothing';
    answered.add(path);
    return undefined;
  };
  await visit(page, '/');
  await expect.poll(() => left).toBeLessThan(0);
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  const before = (await kept(page)).files;
  expect(before).toBeGreaterThan(0);
  const asked = site.asked.length;
  site.answer = () => undefined;
  await visit(page, '/guides/errors/');
  const files = await untilKept(page);
  expect(files).toBeGreaterThan(before);
  expect(site.asked.slice(asked).filter((path) => answered.has(path))).toEqual([]);
});

test('full storage keeps nothing, and neither the site nor the sandbox notices', async ({ page, context }) => {
  const devtools = await context.newCDPSession(page);
  const quota = (quotaSize?: number) =>
    devtools.send('Storage.overrideQuotaForOrigin', { origin: site.base, quotaSize });
  await quota(1_000_000);
  await visit(page, '/reference/contacts/create-contact/');
  await expect.poll(() => site.asked).toContain('/service-worker.js');
  await page.getByRole('button', { name: 'Try it' }).click();
  await send(page, 201);
  await expect.poll(() => kept(page)).toMatchObject({ files: 0, workers: 0 });
  await visit(page, '/offline/');
  await expect(page.getByText('Not kept yet. It comes with the next page you open')).toBeVisible();
  await quota();
  await page.getByRole('button', { name: 'Keep the site' }).click();
  await expect(page.getByText(/^Kept: \d+ files/)).toBeVisible({ timeout: 60_000 });
});

/** A worker as another version of the site might have had it: it answers everything with what it keeps. */
const olderWorker = `
  addEventListener('install', (event) => event.waitUntil(caches.open('${CACHE_PREFIX}pages-v0')
    .then((cache) => cache.put('/guides/errors/', new Response('<h1>Old</h1>', { headers: { 'Content-Type': 'text/html' } })))));
  addEventListener('fetch', (event) => event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request))));`;

test('the worker of an older version gives way, with what it kept; a site that keeps nothing removes it all', async ({
  page,
}) => {
  site.answer = (path) =>
    path === '/service-worker.js'
      ? new Response(olderWorker, { headers: { 'Content-Type': 'text/javascript' } })
      : undefined;
  await visit(page, '/');
  await untilKept(page);
  await visit(page, '/guides/errors/');
  await expect(title(page)).toHaveText('Old');
  site.answer = () => undefined;
  await visit(page, '/guides/errors/');
  await expect
    .poll(async () => (await kept(page)).caches, { timeout: 60_000 })
    .toEqual(['orbinto-offline-kept', 'orbinto-offline-assets']);
  await visit(page, '/guides/errors/');
  await expect(title(page)).toHaveText('Errors first');

  site.deploy(off.folder);
  await visit(page, '/guides/errors/');
  await expect(title(page)).toHaveText('Errors plain');
  await expect.poll(() => kept(page)).toEqual({ files: 0, caches: [], workers: 0 });
});
