import type { Page } from '@playwright/test';
import { languages } from '../../src/generators/samples/languages.ts';
import type { LanguageId } from '../../src/generators/samples/languages.ts';
import { ConsolePage, addressOf } from './console-page.ts';
import { expect, test } from './fixtures.ts';

/** How each language reads the secret from the environment. */
const secrets: Record<LanguageId, string> = {
  curl: '${ORBINTO_API_KEY:?}',
  javascript: 'process.env.ORBINTO_API_KEY',
  python: "os.environ['ORBINTO_API_KEY']",
  php: "getenv('ORBINTO_API_KEY')",
  ruby: 'ENV.fetch("ORBINTO_API_KEY")',
  go: 'os.Getenv("ORBINTO_API_KEY")',
};

const figure = (page: Page, id: LanguageId) => page.locator(`figure[data-language="${id}"]:not([data-way="library"])`);

async function choose(page: Page, label: string): Promise<void> {
  await page.getByRole('group', { name: 'Language' }).getByRole('button', { name: label, exact: true }).click();
}

test('the sample of every language follows the form, stays coloured, and reads the secret from the environment', async ({
  page,
}) => {
  const console = new ConsolePage(page);
  await console.open('updateContact');
  await console.key.fill('sk_test_typed_admin');
  await page.getByLabel('id', { exact: true }).fill('con_followed');
  await console.fillBody({ company: 'Analytical Engines', tags: ['pioneer'] });
  for (const { id, label } of languages) {
    await choose(page, label);
    const shown = page.locator('figure[data-language]').filter({ visible: true });
    await expect(shown).toHaveCount(1);
    const code = figure(page, id).locator('code');
    await expect(code).toBeVisible();
    for (const text of ['/contacts/con_followed', 'Analytical Engines', 'pioneer', secrets[id]])
      await expect(code).toContainText(text);
    await expect(code).not.toContainText('priority');
    await expect(code).not.toContainText('typed');
    await expect(code.locator('span.s').filter({ hasText: 'Analytical Engines' })).toHaveCount(1);
    await expect(code.locator('span:is(.f, .k)')).not.toHaveCount(0);
    expect(await coloursOf(page, id), `the colours of ${label}`).toBeGreaterThanOrEqual(3);
  }
});

/** Colours that a reader sees in a sample. */
function coloursOf(page: Page, id: LanguageId): Promise<number> {
  return figure(page, id)
    .locator('code, code span')
    .evaluateAll((elements) => new Set(elements.map((element) => getComputedStyle(element).color)).size);
}

/** Notes which samples are displayed when the document is parsed, and at every frame that is painted. */
async function watchSamples(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { seen });
    const note = (moment: string) => {
      const shown = [...document.querySelectorAll<HTMLElement>('figure[data-language]')].filter(
        (sample) => sample.checkVisibility() && sample.offsetHeight > 0,
      );
      if (shown.length > 0) seen.push(`${moment}: ${shown.map(({ dataset }) => dataset['language']).join()}`);
    };
    document.addEventListener('DOMContentLoaded', () => note('parsed'));
    const frame = () => {
      note('painted');
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}

for (const { id, label } of languages) {
  test(`${label}, once chosen, is what the next operation shows, at no frame another`, async ({ page }) => {
    await page.goto(addressOf('updateContact'));
    await choose(page, label);
    await watchSamples(page);
    await page.goto(addressOf('createWebhook'));
    await page.evaluate(() => document.fonts.ready);
    const seen = await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
    expect(new Set(seen)).toEqual(new Set([`parsed: ${id}`, `painted: ${id}`]));
    const chosen = page.getByRole('group', { name: 'Language' }).getByRole('button', { pressed: true });
    await expect(chosen).toHaveText(label);
  });
}
