/** What opens above a page, and what tools show when something is asked, wrong or empty. Each gives what is to be looked at. */
import type { Locator, Page } from '@playwright/test';
import { openHistory, sendRequest } from './stages.ts';

const REPLAY = {
  format: 'orbinto-replay',
  version: 1,
  seed: 1,
  start: '2026-03-02T09:00:00.000Z',
  left_out: 2,
  steps: [
    { as: 'admin', method: 'POST', path: '/v1/contacts', body: { email: 'ana@example.com', name: 'Ana' } },
    { after_ms: 61_000, as: 'read', method: 'DELETE', path: '/v1/contacts/con_abc123' },
    { as: 'nobody', method: 'GET', path: '/v1/contacts' },
  ],
};

export async function showShortcuts(page: Page): Promise<Locator> {
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await dialog.waitFor();
  return dialog;
}

export async function openSignIn(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Try it' }).click();
  await page.getByRole('button', { name: 'Sign in with Orbinto' }).click();
  const dialog = page.getByRole('dialog', { name: 'Sign in with Orbinto' });
  await dialog.waitFor();
  return dialog;
}

/** Asks before a request to the live API, and sends nothing. */
export async function askBeforeLive(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Try it' }).click();
  await page.getByLabel('Environment').selectOption('live');
  await page.getByLabel('API key').fill('sk_live_4eC39HqLyjWDarjtT1zdp7dc');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Send this to your live workspace?' });
  await dialog.waitFor();
  return dialog;
}

/** Sends to a mock that is not there. */
export async function failToSend(page: Page): Promise<Locator> {
  await page.addInitScript(() => {
    localStorage.setItem('orbinto-environment', 'mock');
    localStorage.setItem('orbinto-mock-url', 'http://127.0.0.1:9/v1');
  });
  await page.reload();
  return sendRequest(page);
}

/** Sends what is refused for two of its fields. */
export async function sendInvalid(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Try it' }).click();
  await page.getByRole('textbox', { name: 'email', exact: true }).fill('no address');
  await page.getByRole('textbox', { name: 'phone', exact: true }).fill('123');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  const anyway = page.getByRole('button', { name: 'Send anyway' });
  const answer = page.locator('[data-status="422"]');
  await anyway.or(answer).first().waitFor();
  if (await anyway.isVisible()) await anyway.click();
  await answer.waitFor();
  return page.locator('.ob-console');
}

export async function clearHistory(page: Page): Promise<Locator> {
  const dialog = await openHistory(page);
  await dialog.getByRole('button', { name: 'Clear history' }).click();
  await dialog.getByText('No calls yet.').waitFor();
  return dialog;
}

/** Compares two answers of the history. */
export async function compareAnswers(page: Page): Promise<Locator> {
  const dialog = await openHistory(page);
  for (const box of await dialog.getByRole('checkbox').all()) await box.check();
  await dialog.getByLabel('Differences').waitFor();
  return dialog;
}

/** Opens a session and plays two of its three steps. */
export async function playReplay(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Open a replay file' }).click();
  await page
    .getByLabel('Open a replay file')
    .setInputFiles({ name: 'replay.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(REPLAY)) });
  const replay = page.getByRole('region', { name: 'Replay' });
  for (const played of [1, 2]) {
    await replay.getByRole('button', { name: 'Next step' }).click();
    await replay.and(page.locator(`[data-played="${played}"]`)).waitFor();
  }
  return page.locator('.ob-replay');
}

/** Asks before all records are taken away. */
export async function askBeforeReset(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Open the control panel' }).click();
  const panel = page.locator('.sandbox-panel');
  for (const title of ['Undo, snapshots, replay', 'Workspace', 'Records'])
    await panel.locator('summary', { hasText: title }).click();
  await panel.getByRole('button', { name: 'Reset' }).first().click();
  await panel.getByRole('button', { name: 'Keep everything' }).waitFor();
  return panel;
}
