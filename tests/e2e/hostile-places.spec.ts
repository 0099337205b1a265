/** A record that someone made to break whatever shows it, in every place that shows records beside the answer itself. */
import type { Locator, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { answerWith } from './answers.ts';
import { ConsolePage } from './console-page.ts';
import { expect, test } from './fixtures.ts';
import { ControlPanel } from './panel.ts';

const script = `<img src=x onerror="globalThis.hacked=1"><script>globalThis.hacked=1</script>"'&`;
const override = 'user\u202egnp.exe\u2066 \u200f';
const emoji = '👩‍👩‍👧‍👦 नमस्ते مرحبا \u{1f3f3}\ufe0f\u200d\u{1f308}';
const long = 'W'.repeat(10_000);
const deep: unknown = JSON.parse(`${'{"a":['.repeat(30)}1${']}'.repeat(30)}`);
const attributes = { [script]: script, [override]: override, [long]: long, emoji, deep };
const record = { email: 'hostile@example.com', name: script, company: override, custom_attributes: attributes };

/** Nothing ran, nothing became an element, nothing turns the text around, and the page is as wide as its window. */
async function expectTame(page: Page, place: Locator): Promise<void> {
  await expect(place).toContainText('<img src=x onerror=');
  await expect(place).toContainText('user\\u202egnp.exe');
  expect(await place.innerText()).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  await expectFits(page);
}

async function expectFits(page: Page): Promise<void> {
  expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false);
  expect(await page.locator('img[src="x"], :is(main, dialog) script:not([src])[data-hacked]').count()).toBe(0);
  const wide = await page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const dialogs = [...document.querySelectorAll('dialog[open]')].filter(
      (dialog) => dialog.scrollWidth > dialog.clientWidth,
    );
    return { page: scrollWidth - clientWidth, dialogs: dialogs.length };
  });
  expect(wide).toEqual({ page: 0, dialogs: 0 });
}

/** Creates the record in the console of the page. */
async function create(console: ConsolePage, changes: object = {}): Promise<void> {
  await console.open('createContact');
  await console.fillBody({ ...record, ...changes });
  await console.sendFor('201');
}

async function openHistory(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'History', exact: true }).click();
  const history = page.getByRole('dialog', { name: 'History' });
  await expect(history).toBeVisible();
  return history;
}

for (const width of [1440, 375]) {
  test.describe(`at ${width} px`, { tag: width === 1440 ? '@long' : [] }, () => {
    test.use({ viewport: { width, height: 800 } });

    test('in the history: a path of script, overrides and 10,000 characters', async ({ page }) => {
      const console = new ConsolePage(page);
      await console.open('getContact');
      for (const id of [`${script}${override}`, `${long}end`]) {
        await page.getByLabel('id', { exact: true }).fill(id);
        await console.sendAgainFor('404');
      }
      const history = await openHistory(page);
      await expectTame(page, history);
      await expect(history.getByRole('listitem').first()).toContainText(/W…W+end/);
      await history
        .getByRole('button', { name: /Run again/ })
        .last()
        .click();
      await console.expectStatus('404');
      await expectFits(page);
    });

    test('compared: two answers that differ in every hostile field', async ({ page }) => {
      const console = new ConsolePage(page);
      await create(console, { name: 'before' });
      await create(console, { email: 'other@example.com', name: script, company: `${override}2` });
      const history = await openHistory(page);
      for (const box of await history.getByRole('checkbox').all()) await box.check();
      await expectTame(page, history.getByLabel('Differences'));
    });

    test('compared: an answer of one line of a megabyte, and one of a hundred levels', async ({ page }) => {
      const console = new ConsolePage(page);
      await console.open('getContact');
      const bodies = [`{"name":"${'W'.repeat(1_000_000)}"}`, `${'[{"a":'.repeat(50)}1${'}]'.repeat(50)}`];
      await answerWith(console, () => ({ body: bodies.shift() ?? '' }));
      await console.sendFor('200');
      await console.sendAgainFor('200');
      const history = await openHistory(page);
      for (const box of await history.getByRole('checkbox').all()) await box.check();
      await expect(history.getByLabel('Differences')).toContainText('only after');
      await expectFits(page);
    });

    test('in the panel: a delivery’s event, an export and its import, and what is refused', async ({ page }) => {
      const console = new ConsolePage(page);
      const panel = new ControlPanel(page);
      const url = `https://hooks.example.com/${'w'.repeat(1_900)}?q=%3Cscript%3E`;
      await console.open('createWebhook');
      await console.fillBody({ url, events: ['contact.created'] });
      await console.sendFor('201');
      await create(console);
      await panel.openFromConsole();
      const delivery = panel.deliveries.first();
      await expect(delivery).toHaveAttribute('data-status', 'delivered');
      await delivery.locator('summary').first().click();
      await delivery.locator('.ob-attempts summary').first().click();
      await expectTame(page, delivery.getByLabel('Request of attempt 1'));

      await panel.unfold('Records');
      const [download] = await Promise.all([page.waitForEvent('download'), panel.button('Export').click()]);
      const exported = await readFile(await download.path(), 'utf8');
      expect(exported).toContain(JSON.stringify(script).slice(1, -1));
      await panel.importOver(exported);
      await expect(panel.root.getByRole('group', { name: 'New secrets' })).toBeVisible();
      await expectFits(page);

      await panel.event.selectOption('contact.updated');
      await panel.root.getByLabel('Id of the contact').fill(`${script}${override}`);
      await panel.button('Emit').click();
      await expect(panel.trouble).toBeVisible();
      await expectTame(page, panel.trouble);
      await panel.root.getByLabel('Id of the contact').fill(long);
      await panel.button('Emit').click();
      await expect(panel.trouble).toContainText('WWWW');
      await expectFits(page);
      await panel.importOver(exported.replace('"contacts"', JSON.stringify(script + override)));
      await expect(panel.trouble).toBeVisible();
      await expectFits(page);
    });

    test('in a runnable block: hostile records in a list', async ({ page }) => {
      const block = page.locator('[data-runnable]').first();
      const body = block.getByRole('region', { name: 'Response' }).getByLabel('Response body');
      const run = async () => {
        await page.goto('/guides/pagination/');
        await block.getByRole('button', { name: 'Run' }).click();
        await expect(body).toContainText('"pagination"');
        return /con_\w+/.exec(await body.innerText())?.[0] ?? 'none';
      };
      const id = await run();
      const console = new ConsolePage(page);
      await console.open('updateContact');
      await page.getByLabel('id', { exact: true }).fill(id);
      await console.fillBody({ name: script, company: override, custom_attributes: attributes });
      await console.sendFor('200');
      expect(await run()).toBe(id);
      await expectTame(page, body);
    });
  });
}
