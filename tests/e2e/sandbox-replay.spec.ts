import type { Page } from '@playwright/test';
import type * as PageSide from '../replay/page-side.ts';
import { play } from '../../src/sandbox/replay/play.ts';
import type { PlayedStep } from '../../src/sandbox/replay/played-step.ts';
import type { ReplayFile } from '../../src/sandbox/replay/replay-file.ts';
import { Seed } from '../../src/sandbox/seed/seed.ts';
import { recordSessions } from '../replay/sessions.ts';
import { seed } from '../seed.ts';
import { accessibilityFaults, setTheme } from './accessibility.ts';
import { bundle } from './bundle.ts';
import { ConsolePage } from './console-page.ts';
import { expect, test } from './fixtures.ts';
import { ControlPanel } from './panel.ts';

const title = 'Undo, snapshots, replay';
const modulesAddress = '/modules-under-test.js';
/** Random sessions that are played; `REPLAY_SESSIONS=1000` for the full number. */
const count = Number(process.env.REPLAY_SESSIONS ?? 3);

const seeded = new Seed(1);
const hostile = '<img src=x onerror=alert(1)>';
const file: ReplayFile = {
  format: 'orbinto-replay',
  version: 1,
  seed: 1,
  start: '2026-03-02T09:00:00.000Z',
  steps: [
    { as: 'admin', method: 'POST', path: '/v1/contacts', body: { email: 'a@example.com', name: hostile } },
    { after_ms: 61_000, as: 'read', method: 'DELETE', path: '/v1/contacts/con_abc123' },
    { as: 'nobody', method: 'GET', path: '/v1/contacts' },
  ],
};

/** Puts what is copied where the test can read it. */
async function watchClipboard(page: Page): Promise<() => Promise<string>> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  return () => page.evaluate(() => navigator.clipboard.readText());
}

async function openFile(page: Page, text: string): Promise<void> {
  await page.goto('/sandbox/replay/');
  await page.getByRole('button', { name: 'Open a replay file' }).click();
  await page
    .getByLabel('Open a replay file')
    .setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(text) });
}

test(
  'random sessions play alike in the page, with IndexedDB, and in Node, to the byte',
  { tag: '@long' },
  async ({ page }) => {
    test.slow(count > 20);
    const script = await bundle('modules', ['tests/replay/page-side.ts']);
    await page.route(modulesAddress, (route) => route.fulfill({ contentType: 'text/javascript', body: script }));
    await page.goto('/404.html');
    await page.evaluate((address) => import(address) as Promise<unknown>, modulesAddress);
    for (const [index, session] of (await recordSessions(count)).entries()) {
      const here: PlayedStep[] = [];
      for await (const step of play(session, { seeded })) here.push(step);
      const there = await page.evaluate(
        ([text, number]) => {
          const { modules } = globalThis as unknown as { modules: typeof PageSide };
          return modules.playInPage(text, number);
        },
        [JSON.stringify(session), index] as const,
      );
      expect(there, `PROPERTY_SEED=${seed}, session ${index}`).toBe(JSON.stringify(here));
    }
  },
);

test('a session is copied as a link, and plays elsewhere as it was, step by step', async ({
  page,
  browser,
  baseURL,
}) => {
  const clipboard = await watchClipboard(page);
  const console = new ConsolePage(page);
  const panel = new ControlPanel(page);
  await console.open('createContact');
  await console.sendFor('201');
  await console.sendFor('409');
  await panel.openFromConsole();
  await panel.unfold(title);
  await panel.button('Copy replay link').click();
  await expect(panel.root.getByText('The link is copied.', { exact: false })).toBeVisible();
  const link = await clipboard();
  expect(link).toContain('/sandbox/replay/#replay=');

  const other = await browser.newPage({ baseURL });
  await other.goto(link);
  await expect(other).toHaveURL(/\/sandbox\/replay\/$/);
  const replay = other.getByRole('region', { name: 'Replay' });
  await expect(replay.getByRole('status')).toContainText('0 of 2');
  await other.keyboard.press('n');
  await expect(replay.locator('summary').first()).toContainText('201 Created');
  await other.keyboard.press('p');
  await expect(replay).toHaveAttribute('data-played', '2');
  await expect(replay.locator('[data-status="409"]')).toContainText('POST /v1/contacts');
  await replay.locator('[data-status="201"] > summary').click();
  await expect(replay.getByText(/^contact con_k\w+ created$/)).toBeVisible();
  await other.keyboard.press('r');
  await expect(replay).toHaveAttribute('data-played', '0');
  await other.close();
});

test('a file plays, says what it changed, and is accessible; hostile content stays text', async ({ page }) => {
  await openFile(page, JSON.stringify(file));
  const replay = page.getByRole('region', { name: 'Replay' });
  await page.getByRole('button', { name: 'To the end' }).click();
  await expect(replay).toHaveAttribute('data-played', '3');
  for (const status of ['201', '403', '401']) await replay.locator(`[data-status="${status}"] > summary`).click();
  await expect(replay.getByText(hostile).first()).toBeVisible();
  expect(await replay.locator('img').count()).toBe(0);
  await expect(replay.getByText('61 s later')).toBeVisible();
  for (const width of [1440, 320]) {
    await page.setViewportSize({ width, height: 900 });
    for (const theme of ['light', 'dark'] as const) {
      await setTheme(page, theme);
      expect(await accessibilityFaults(page), `${theme}, ${width} px`).toEqual([]);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
});

test('a key that is pressed the moment the session is shown plays its first step', async ({ page }) => {
  await page.addInitScript(() => {
    new MutationObserver((_changes, observer) => {
      if (!document.querySelector('[data-replay]')) return;
      observer.disconnect();
      dispatchEvent(new KeyboardEvent('keydown', { key: 'n', cancelable: true }));
    }).observe(document, { childList: true, subtree: true });
  });
  await openFile(page, JSON.stringify(file));
  await expect(page.getByRole('region', { name: 'Replay' })).toHaveAttribute('data-played', '1');
});

test('what cannot be played is told in one line, and another file can be opened', async ({ page }) => {
  await openFile(page, JSON.stringify({ ...file, version: 9 }));
  await expect(page.getByRole('alert')).toHaveText(
    'This cannot be played. The file is of version 9; this sandbox plays version 1. Open it on a newer one.',
  );
  await page.goto('/sandbox/replay/#replay=AAAA');
  await expect(page.getByRole('alert')).toContainText('The link is damaged');
});

test('a snapshot is taken, gone back to and deleted; the last request is undone', async ({ page }) => {
  const panel = new ControlPanel(page);
  await panel.open();
  await panel.unfold(title);
  await panel.root.getByLabel('Name of a snapshot').fill('before');
  await panel.press('Take a snapshot', 'The snapshot “before” is taken.');
  await panel.emit('message.created');
  await expect(panel.deliveries).toHaveCount(1);
  await panel.press('Undo', 'POST /_sandbox/events is undone');
  await expect(panel.deliveries).toHaveCount(0);
  await panel.emit('message.created');
  await panel.press('Go back to before', 'where it was at “before”');
  await expect(panel.deliveries).toHaveCount(0);
  await panel.button('Delete').click();
  await panel.press('Delete it now', 'is deleted');
});
