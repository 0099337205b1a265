import type { Page } from '@playwright/test';
import { accessibilityFaults } from './accessibility.ts';
import { ConsolePage, addressOf } from './console-page.ts';
import { expect, test } from './fixtures.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Paste a request' });

async function paste(page: Page, text: string): Promise<void> {
  if (!(await dialog(page).isVisible())) await page.getByRole('button', { name: 'Paste a request' }).click();
  const field = dialog(page).getByLabel('Request');
  await expect(field).toBeFocused();
  await field.fill(text);
  await page.keyboard.press('Control+Enter');
}

const body = { email: 'pasted@example.com', name: `<img src=x onerror=alert(1)> "it's"` };
const curl = (key: string) => `$ curl -sS https://other.example/v1/contacts?debug=1 \\
>   -H "Authorization: Bearer ${key}" -H 'accept: */*' -H 'X-Odd: <b>x</b>' -b 'session=topsecret' \\
>   -H 'Content-Type: application/json' -k -d '${JSON.stringify(body).replaceAll("'", "'\\''")}'`;

test('a curl command fills the form, the key goes into memory, and each thing that is not taken is told', async ({
  page,
}) => {
  const console = new ConsolePage(page);
  await console.open('createContact');
  await paste(page, 'curl "https://api.orbinto.com/v1/contacts');
  await expect(dialog(page)).toContainText('A quote " is not closed');
  await paste(page, curl('sk_test_topsecret_admin'));
  const report = dialog(page).getByRole('status');
  await expect(report).toContainText('POST /contacts is filled in. Nothing has been sent.');
  for (const told of [
    'other.example is no server of this API',
    'debug is no query parameter of this operation.',
    'accept: a browser sets them by itself.',
    'X-Odd is no header of this operation.',
    'Cookies are passed over',
    '-k is passed over: no page can do what it asks for.',
    'The key is in its field.',
  ])
    await expect(report).toContainText(told);
  expect(await dialog(page).innerHTML()).not.toMatch(/topsecret|<b>|<img/);
  await expect(dialog(page).getByLabel('Request')).toHaveValue('');
  expect(await accessibilityFaults(page, { include: '.ob-paste' })).toEqual([]);
  await dialog(page).getByRole('button', { name: 'Close' }).click();

  await expect(console.key).toHaveValue('sk_test_topsecret_admin');
  await console.sendFor('201');
  await console.showBodyAs('JSON');
  expect(JSON.parse(await console.body.inputValue())).toEqual(body);
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href]));
  expect(kept).not.toContain('topsecret');
});

test('a HAR leads to the page of its operation, filled in; a live key is left out', async ({ page }) => {
  const console = new ConsolePage(page);
  await console.open('listContacts');
  const request = (method: string, url: string, text?: string) => ({
    request: {
      method,
      url,
      headers: [{ name: 'Authorization', value: 'Bearer sk_live_topsecret' }],
      ...(text !== undefined && { postData: { mimeType: 'application/json', text } }),
    },
    response: { status: 200 },
  });
  const entries = [
    request('GET', 'https://cdn.example/logo.png'),
    request('PATCH', 'https://api.orbinto.com/v1/contacts/con_def456', '{"company":"From a HAR"}'),
  ];
  await page.getByRole('button', { name: 'Paste a request' }).click();
  await dialog(page)
    .getByLabel('Or open a file')
    .setInputFiles({
      name: 'a.har',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify({ log: { entries } })),
    });
  await expect(dialog(page)).toContainText('Secrets are not in the link');
  await dialog(page).getByRole('link', { name: 'PATCH /contacts/{id}' }).click();
  await expect(page).toHaveURL(new RegExp(`${addressOf('updateContact')}#try=`));
  await expect(page.getByLabel('id', { exact: true })).toHaveValue('con_def456');
  await console.sendFor('200');
  await expect(console.response).toContainText('From a HAR');

  await paste(
    page,
    `curl -X PATCH https://api.orbinto.com/v1/contacts/con_1 -H 'Authorization: Bearer sk_live_topsecret'`,
  );
  await expect(dialog(page)).toContainText('The key is left out: it is not one for In-page sandbox.');
  await paste(page, 'curl -X PUT https://api.orbinto.com/v1/contacts/con_1');
  await expect(dialog(page)).toContainText(
    'This API has no PUT /v1/contacts/con_1. It takes GET, PATCH, DELETE there.',
  );
  expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain('topsecret');
});
