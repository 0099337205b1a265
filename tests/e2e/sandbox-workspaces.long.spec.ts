import { ConsolePage } from './console-page.ts';
import { expect, mayReach, test } from './fixtures.ts';
import { ControlPanel } from './panel.ts';

const mock = `http://127.0.0.1:${process.env.E2E_MOCK_PORT}`;

test('a workspace is made with one press, is remembered by this browser, and is deleted', async ({ page }) => {
  const console = new ConsolePage(page);
  const panel = new ControlPanel(page);
  await panel.open();
  const fold = panel.root.locator('summary', { hasText: 'Workspace' });
  await expect(fold).toContainText('shared by its key');
  await fold.click();
  await panel.button('Make a workspace').click();
  await expect(fold).toContainText(/ends in (?:1 d|23 h)/);
  const key = panel.root.getByLabel('API key');
  await expect(key).toHaveValue(/^sk_test_temporary/);
  const made = await key.inputValue();

  await console.open('createContact');
  await console.sendFor('201');
  await expect(page.getByLabel('API key', { exact: true })).toHaveValue(made);

  await panel.open();
  await expect(key).toHaveValue(made);
  await fold.click();
  for (const name of ['Copy key', 'Copy link']) await expect(panel.root.getByText(name, { exact: true })).toBeVisible();
  await panel.button('Delete this workspace').click();
  await panel.button('Delete it now').click();
  await expect(key).toHaveValue('sk_test_admin');
  await expect(fold).toContainText('shared by its key');
});

test('a link opens the panel on its workspace, and its key is out of the address at once', async ({ page }) => {
  mayReach(page, mock);
  const response = await page.request.post(`${mock}/_sandbox/workspaces`);
  const made = (await response.json()) as { key: string; panel_url: string };
  const { pathname, hash } = new URL(made.panel_url);
  await page.goto(`${pathname}${hash}`);
  const panel = new ControlPanel(page);
  await expect(panel.button('Emit')).toBeVisible();
  expect(new URL(page.url()).hash).toBe('');
  expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2);
  await expect(panel.root.getByLabel('API key')).toHaveValue(made.key);
  await expect(panel.root.getByLabel('Environment')).toHaveValue('mock');
  const console = new ConsolePage(page);
  await console.open('createContact');
  await expect(page.getByLabel('API key', { exact: true })).toHaveValue(made.key);
  await console.sendFor('201');
});

for (const [what, hash] of [
  ['another server', `#workspace=sk_test_temporary00000000000000000000000000&at=https%3A%2F%2Fevil.example%2Fv1`],
  ['a live key', '#workspace=sk_live_abc123'],
  ['nonsense', '#workspace=%3Cscript%3E'],
] as const) {
  test(`a link with ${what} is not followed, and says so`, async ({ page }) => {
    await page.goto(`/guides/sandbox/${hash}`);
    const panel = new ControlPanel(page);
    await expect(panel.button('Emit')).toBeVisible();
    await expect(panel.root.getByText('The link that opened this page')).toBeVisible();
    await expect(panel.root.getByLabel('API key')).toHaveValue('sk_test_admin');
    await expect(panel.root.getByLabel('Environment')).toHaveValue('sandbox');
    expect(new URL(page.url()).hash).toBe('');
  });
}

test('nobody is offered a hosted sandbox that is not configured', async ({ page }) => {
  const panel = new ControlPanel(page);
  await panel.open();
  const names = panel.root.getByLabel('Environment').locator('option');
  await expect(names).toHaveText(['In-page sandbox', 'Local mock', 'Live']);
});
