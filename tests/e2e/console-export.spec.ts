import { readFile } from 'node:fs/promises';
import { accessibilityFaults } from './accessibility.ts';
import { ConsolePage } from './console-page.ts';
import { expect, test } from './fixtures.ts';

const hostile = `</code><img src=x onerror=alert(1)> {{key}} it's`;

test('the history is exported: chosen calls, in each format, with ids that flow and without the key', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const console = new ConsolePage(page);
  await console.open('createContact');
  await console.key.fill('sk_test_topsecret_admin');
  await console.fillBody({ email: 'export@example.com', name: hostile });
  await console.sendFor('201');
  const id = /con_\w+/.exec(await console.response.innerText())?.[0] ?? '';
  await console.open('getContact');
  await page.getByLabel('id', { exact: true }).fill(id);
  await console.key.fill('sk_test_topsecret_admin');
  await console.sendFor('200');

  await page.getByRole('button', { name: 'History', exact: true }).click();
  const history = page.getByRole('dialog', { name: 'History' });
  await history.getByRole('button', { name: 'Export', exact: true }).click();
  const format = history.getByLabel('Export as');
  await expect(format).toBeFocused();
  const shown = history.locator('.ob-export pre');
  const parts: Record<string, RegExp[]> = {
    curl: [/#!\/usr\/bin\/env bash/, new RegExp(`contacts/${id}`), /ORBINTO_SERVER:-http:\/\/127\.0\.0\.1:4010\/v1/],
    '.http (JetBrains, httpyac)': [/GET \{\{server\}\}\/contacts\/\{\{contact_id\}\}/, /\{\\u007bkey\}\\u007d/],
    '.http (VS Code REST Client)': [/contacts\/\{\{createContact\.response\.body\.\$\.id\}\}/],
    'node:test': [/kept\.contact_id = JSON\.parse\(answer\)\.id;/, /assert\.equal\(response\.status, 201, answer\)/],
    pytest: [/kept\["contact_id"\] = json\.loads\(answer\)\["id"\]/, /assert status == 200, answer/],
    Arazzo: [/"\$steps\.createContact\.outputs\.contact_id"/, /"\$statusCode == 201"/],
  };
  for (const [label, patterns] of Object.entries(parts)) {
    await format.selectOption({ label });
    for (const pattern of patterns) await expect(shown).toHaveText(pattern);
    expect(await shown.innerText()).not.toContain('topsecret');
  }
  expect(await history.locator('img').count()).toBe(0);

  await format.selectOption({ label: 'node:test' });
  await history.getByText('Calls: 2 of 2').click();
  await history.getByRole('checkbox', { name: 'POST /contacts 201', exact: true }).uncheck();
  await expect(shown).toHaveText(new RegExp(`\\$\\{server\\}/contacts/${id}`));
  await expect(shown).not.toHaveText(/createContact|kept/);
  expect(await accessibilityFaults(page, { include: '.ob-export' })).toEqual([]);
  await history.getByRole('button', { name: 'Copy orbinto-calls.test.mjs' }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await shown.textContent());
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    history.getByRole('button', { name: 'Save orbinto-calls.test.mjs' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('orbinto-calls.test.mjs');
  expect(await readFile(await download.path(), 'utf8')).toBe(copied);
});
