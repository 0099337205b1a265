/** The zip of the site: in a folder of any server, and read from files. */
import { unzipSync } from 'fflate';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { dist } from '../../scripts/paths.ts';
import { response, send } from './console.ts';
import { startDeployments } from './deployments.ts';
import { expect, mayReach, test } from './fixtures.ts';
import { approve, signedIn } from './sign-in-dialog.ts';

let folder: string;

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'copy-'));
  for (const [path, content] of Object.entries(unzipSync(readFileSync(join(dist, 'orbinto-site.zip'))))) {
    const file = join(folder, 'some', 'where', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
});

test.afterAll(() => rmSync(folder, { recursive: true }));

test('in a folder of a server search, console, sandbox, sign-in and explorer work, and nothing is asked for outside of it', async ({
  page,
  context,
  faults,
}) => {
  const site = await startDeployments(folder);
  const root = `${site.base}/some/where/orbinto-site/`;
  mayReach(page, site.base);
  const missing: string[] = [];
  context.on('response', (answer) => answer.status() >= 400 && missing.push(`${answer.status()} ${answer.url()}`));
  // The way there, through links and search.
  await page.goto(root);
  await page.getByRole('banner').getByRole('link', { name: 'Guides' }).click();
  await expect(page).toHaveURL(/guides\/quick-start\//);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search' }).fill('rotate a webhook secret');
  await page
    .getByRole('option', { name: /Rotate a secret/ })
    .first()
    .click();
  await expect(page).toHaveURL(`${root}guides/webhooks/#rotate-a-secret`);
  await page.goto(`${root}reference/contacts/create-contact/`);
  await page.getByRole('button', { name: 'Try it' }).click();
  await send(page, 201);
  await send(page, 409);
  await expect(
    response(page)
      .getByRole('link', { name: /email_taken/ })
      .first(),
  ).toHaveAttribute('href', `${root}errors/#email_taken`);
  await page.getByRole('button', { name: 'Sign in with Orbinto' }).click();
  await approve(page);
  await expect(signedIn(page)).toBeVisible();
  await page.goto(`${root}explorer/#listContacts`);
  await expect(page.getByRole('heading', { name: 'List contacts' }).first()).toBeVisible();
  faults.expect(/script-src/);
  expect(missing).toEqual([]);
  expect(site.asked.filter((path) => !path.startsWith('/some/where/orbinto-site/') && path !== '/favicon.ico')).toEqual(
    [],
  );
  await site.close();
});

test('from files pages can be read, in their styles, and say what needs a server', async ({ page, faults }) => {
  await page.goto(pathToFileURL(join(folder, 'some', 'where', 'orbinto-site', 'index.html')).href);
  await page.getByRole('banner').getByRole('link', { name: 'Guides' }).click();
  await expect(page.locator('h1')).toHaveText('Quick start');
  await expect(page.getByRole('note').filter({ hasText: 'You read this from a file' })).toBeVisible();
  expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toContain('Hanken');
  await page.getByRole('link', { name: 'Webhooks', exact: true }).first().click();
  await expect(page.locator('h1')).toHaveText('Webhooks');
  faults.expect(/CORS|module|third party: file|Access to/);
});
