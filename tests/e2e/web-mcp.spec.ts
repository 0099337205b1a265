import { expect, test } from './fixtures.ts';

test('a browser without WebMCP loads and registers nothing for agents', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('/reference/contacts/create-contact/');
  expect(await page.evaluate(() => 'modelContext' in document)).toBe(false);
  await page.getByRole('button', { name: 'Try it' }).click();
  await expect(page.getByRole('button', { name: 'Send', exact: true })).toBeEnabled();
  expect(asked.filter((path) => /\/(?:offer|tools|agent-acts)\./.test(path))).toEqual([]);
});
