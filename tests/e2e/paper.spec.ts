/** What a reader gets who prints: PDFs, read page by page. */
import type { Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { onPath } from '../../scripts/browsers/find.ts';
import { expect, test } from './fixtures.ts';

// Under CI a missing program fails; elsewhere `npm test` tells that it is not there.
test.skip(!process.env['CI'] && onPath('pdftotext') === undefined, 'pdftotext is not installed');

/** The text of each sheet. */
async function printed(page: Page): Promise<string[]> {
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: false });
  return execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' }).split('\f').slice(0, -1);
}

/** The first sheet as an image, without what only a press would use of backgrounds. */
async function pictured(page: Page): Promise<string> {
  const pdf = await page.pdf({ format: 'A4' });
  return execFileSync('pdftoppm', ['-r', '40', '-l', '1', '-png'], { input: pdf, encoding: 'base64' });
}

test('an operation prints its fields first, one language, one example a status, and nothing to press', async ({
  page,
}) => {
  await page.goto('/reference/contacts/create-contact/');
  await page.getByRole('group', { name: 'Language' }).getByRole('button', { name: 'Python' }).click();
  const sheets = await printed(page);
  const text = sheets.join('\n');
  expect(sheets.length).toBeLessThanOrEqual(8);
  expect(text.indexOf('custom_attributes')).toBeLessThan(text.indexOf('import urllib.request'));
  expect(text.indexOf('Errors')).toBeLessThan(text.indexOf('import urllib.request'));
  expect(text).not.toMatch(/curl -X|net\/http|curl_init|await fetch/);
  expect(text.match(/^\s*422\b/gm)).toHaveLength(2);
  expect(text).not.toMatch(/Try it|Copy|View as Markdown|Full explorer|Search|Changelog/);
});

test('a guide prints full pages, with what its tabs hide', async ({ page }) => {
  await page.goto('/guides/webhooks/');
  const sheets = await printed(page);
  const lines = sheets.map((sheet) => sheet.split('\n').filter((line) => line.trim() !== '').length);
  expect(Math.min(...lines.slice(0, -1)), lines.join(' ')).toBeGreaterThanOrEqual(12);
  for (const file of [
    'verify-webhook.js',
    'verify_webhook.py',
    'verify_webhook.php',
    'verify_webhook.rb',
    'verify_webhook.go',
  ])
    expect(sheets.join('\n')).toMatch(new RegExp(`^\\s*${file.replace('.', '\\.')}$`, 'm'));
  expect(sheets.join('\n')).not.toMatch(/^\s*(?:Copy|Run)\s*$/m);
});

test('the marks of the scope matrix are on paper, also of a reader with the dark theme', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('starlight-theme', 'dark'));
  await page.goto('/scopes/');
  const marked = await pictured(page);
  await page.emulateMedia({ media: 'print' });
  expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(42, 56, 54)');
  await page.emulateMedia({ media: null });
  await page.addStyleTag({ content: '.mark { visibility: hidden }' });
  expect(await pictured(page)).not.toBe(marked);
});
