/** What a reader gets who prints: PDFs, read page by page. */
import type { Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { onPath } from '../../scripts/browsers/find.ts';
import { pageKinds } from '../../scripts/pictures/page-kinds.ts';
import { expect, test } from './fixtures.ts';

// Under CI a missing program fails; elsewhere `npm test` tells that it is not there.
test.skip(!process.env['CI'] && onPath('pdftotext') === undefined, 'pdftotext is not installed');

/** The last line of a sheet, `3 / 8`. */
const FOOT = /^\s*(\d+) ?\/ ?(\d+)\s*$/;

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

/** One page of each kind, but for Scalar's own and the windows of the sign-in. */
const kinds = pageKinds.map(({ address }) => address).filter((address) => !/^\/(?:explorer|oauth)\//.test(address));

/** What a reader sees of a page on paper: headings, lines of code, addresses of links to other sites. */
async function shown(page: Page) {
  await page.emulateMedia({ media: 'print' });
  const found = await page.evaluate(() => {
    const texts = (selector: string) =>
      [...document.querySelectorAll<HTMLElement>(selector)]
        .filter((element) => element.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }))
        .map((element) => element.getAttribute('href') ?? element.innerText);
    return {
      headings: texts('main :is(h2, h3, h4)'),
      code: texts('main pre').flatMap((text) => text.split('\n')),
      links: texts('main a[href^="http"]:not(:has(svg, img))'),
      // What is folded or behind a tab on the screen: how each begins, and those of which nothing is shown.
      opened: texts('main :is(details > :not(summary), [role="tabpanel"])').flatMap((text) => text.split('\n', 1)),
      folded: [...document.querySelectorAll('main details:not([data-on-paper="summary"])')]
        .filter((fold) => fold.checkVisibility() && fold.childElementCount > 1)
        .filter((fold) => ![...fold.children].some((child) => child.localName !== 'summary' && child.checkVisibility()))
        .map((fold) => fold.querySelector('summary')?.innerText ?? ''),
    };
  });
  await page.emulateMedia({ media: null });
  return found;
}

/** Without what breaks lines and pages differently on paper. */
const bare = (text: string): string => text.replace(/[\s\u200b]+/g, '');

/** What is wrong with a page on paper, one line each. */
async function faultsOnPaper(page: Page, address: string): Promise<string[]> {
  await page.goto(address);
  const { headings, code, links, opened, folded } = await shown(page);
  const sheets = (await printed(page)).map((sheet) => sheet.trimEnd().split('\n'));
  const feet = sheets.map((lines) =>
    FOOT.exec(lines.at(-1) ?? '')
      ?.slice(1)
      .join('/'),
  );
  const bodies = sheets.map((lines) => lines.slice(0, -1).filter((line) => line.trim() !== ''));
  const text = bare(bodies.flat().join(''));
  const titles = new Set(headings.map(bare));
  return [
    ...bodies.flatMap((lines, index) => [
      ...(feet[index] === `${index + 1}/${sheets.length}` ? [] : [`sheet ${index + 1} has no number`]),
      ...(lines.length < (index === sheets.length - 1 ? 1 : 3) ? [`sheet ${index + 1} is nearly empty`] : []),
      ...(index < sheets.length - 1 && titles.has(bare(lines.at(-1) ?? '')) ? [`${lines.at(-1)} ends a sheet`] : []),
    ]),
    ...headings.filter((heading) => !text.includes(bare(heading))).map((heading) => `no heading ${heading}`),
    ...opened.filter((begin) => !text.includes(bare(begin))).map((begin) => `folded away: ${begin}`),
    ...folded.map((summary) => `folded away: all of ${summary}`),
    ...code.filter((line) => !text.includes(bare(line))).map((line) => `code is cut: ${line}`),
    ...links.filter((link) => !text.includes(bare(decodeURI(link)))).map((link) => `no address ${link}`),
  ].map((fault) => `${address}: ${fault}`);
}

test('every kind of page has whole and numbered sheets, all of its code, and the addresses of its links', async ({
  page,
}) => {
  test.slow();
  const faults: string[] = [];
  for (const address of kinds) faults.push(...(await faultsOnPaper(page, address)));
  expect(faults).toEqual([]);
});

test('an operation prints its fields first, one language, one example a status, and nothing to press', async ({
  page,
}) => {
  await page.goto('/reference/contacts/create-contact/');
  await page.getByRole('group', { name: 'Language' }).getByRole('button', { name: 'Python' }).click();
  const sheets = await printed(page);
  const text = sheets.join('\n');
  // All its errors have an example each: on a screen one is seen at a time.
  expect(sheets.length).toBeLessThanOrEqual(9);
  expect(text.indexOf('custom_attributes')).toBeLessThan(text.indexOf('import urllib.request'));
  expect(text.indexOf('Errors')).toBeLessThan(text.indexOf('import urllib.request'));
  expect(text).not.toMatch(/curl -X|net\/http|curl_init|await fetch/);
  expect(text.match(/^\s*422\b/gm)).toHaveLength(2);
  expect(text).not.toMatch(/Try it|Copy|View as Markdown|Full explorer|Search|Changelog/);
});

test('the error catalogue prints the request that brings an error about', async ({ page }) => {
  await page.goto('/errors/');
  const text = (await printed(page)).join('\n');
  const count = await page.locator('.trigger').count();
  expect(count).toBeGreaterThan(20);
  expect(text.match(/^\s*curl /gm)?.length).toBeGreaterThanOrEqual(count);
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

test('the explorer on paper says where else to print what it shows', async ({ page, faults }) => {
  await page.goto('/explorer/');
  await expect(page.locator('.scalar-app').first()).toBeVisible();
  const sheets = await printed(page);
  expect(sheets).toHaveLength(1);
  expect(bare(sheets[0] ?? '')).toBe(
    bare(
      'Orbinto Developers The explorer is for the screen. On paper, print the pages of the API reference, which have everything that the explorer shows.',
    ),
  );
  // Scalar tries once whether it may compile code at run time; the policy refuses, and it does without.
  faults.expect(/^policy: script-src eval /);
});

test('code that a page’s end divides begins where its other lines do', async ({ page }) => {
  await page.goto('/guides/webhooks/');
  const first = (await printed(page)).join('\n').match(/^ *import base64\n *import hashlib$/m)?.[0] ?? '';
  const [one, other] = first.split('\n').map((line) => line.search(/\S/));
  expect(other).toBeGreaterThanOrEqual(0);
  expect(one).toBe(other);
});
