/** The tools that play the API in a page, as a reader uses them. What they compute is tested beside their code. */
import type { Locator, Page } from '@playwright/test';
import { accessibilityFaults, setTheme, unfold } from './accessibility.ts';
import { expect, test } from './fixtures.ts';
import { totalShift, watchShifts } from './layout-shift.ts';

const addresses = {
  limits: '/guides/rate-limits/',
  paging: '/guides/pagination/',
  'sign-in': '/guides/authentication/',
  workflows: '/workflows/',
} as const;

/** Opens a tool by the keyboard. */
async function open(page: Page, name: keyof typeof addresses): Promise<Locator> {
  await page.goto(addresses[name]);
  const demo = page.locator(`[data-demo="${name}"]`);
  await demo.getByRole('button').focus();
  await page.keyboard.press('Enter');
  await expect(demo.locator('.ob-demo')).toBeVisible();
  await expect(demo.locator(':focus')).toHaveCount(1);
  return demo;
}

const press = (place: Locator, name: string) => place.getByRole('button', { name, exact: true }).click();

/** Lets the time of the page go until a tool that plays by itself says this. Needs `page.clock.install()` before the page is opened. */
async function played(page: Page, demo: Locator, said: string): Promise<void> {
  await expect(async () => {
    await page.clock.runFor(5000);
    await expect(demo.getByRole('status')).toContainText(said, { timeout: 50 });
  }).toPass({ intervals: [20] });
}

test('the limits: requests by hand spend both budgets, and of two loops one is refused far more often', async ({
  page,
}) => {
  const demo = await open(page, 'limits');
  const [byHand, loops] = [demo.locator('section').first(), demo.locator('section').nth(1)];
  await press(byHand, 'Send 1');
  await expect(byHand.getByLabel('Last answer')).toContainText('X-RateLimit-Remaining: 59');
  await press(byHand, 'Until refused');
  await expect(byHand.getByLabel('Last answer')).toContainText('429 Too Many Requests');
  await expect(byHand.getByRole('status')).toContainText('In all: 10 answered, 1 refused.');
  const second = byHand.getByRole('meter', { name: 'Budget of the second' });
  await expect(second).toHaveAttribute('value', '0');
  await press(byHand, 'Wait 1 s, as Retry-After says');
  await expect(second).toHaveAttribute('value', '10');
  await press(loops, 'Run both');
  await expect(loops.getByRole('status')).toContainText(/^Both have their 90 answers\. .* times as often\.$/);
  await expect(loops.getByRole('region', { name: 'Asks again at once' }).locator('rect').first()).toBeAttached();
});

test('paging: the story plays, and the reader’s own changes lose and double what they should', async ({ page }) => {
  await page.clock.install();
  const demo = await open(page, 'paging');
  await expect(demo.getByRole('button', { name: /^Delete / })).toHaveCount(9);
  await press(demo, 'Next request');
  await press(demo, 'Delete Ben');
  await press(demo, 'Next request');
  await press(demo, 'Next request');
  await expect(demo.getByRole('status')).toHaveText('By page: Dan never came. By cursor: each record came once.');
  await expect(demo.getByRole('region', { name: 'By page' })).toContainText('Dan lost');
  await press(demo, 'Play: one is added');
  await played(page, demo, 'By page: Cleo came twice.');
});

test('the sign-in: each step shows what was sent, and a code that is used twice ends the tokens', async ({ page }) => {
  const demo = await open(page, 'sign-in');
  await press(demo, 'Next step');
  await expect(demo.getByRole('status')).toContainText('Step 1, Make the secrets');
  await press(demo, 'Next step');
  await expect(demo.getByLabel('Request', { exact: true })).toContainText('code_challenge_method=S256');
  await demo.getByRole('combobox', { name: 'Break' }).selectOption('The code is used twice');
  await expect(demo.locator('[data-outcome]')).toHaveCount(0);
  for (let step = 0; step < 9; step += 1) await press(demo, 'Next step');
  await expect(demo.getByRole('status')).toContainText('refused. invalid_grant');
  await expect(demo.locator('[data-outcome="refused"]')).toHaveCount(3);
  await expect(demo.locator('[data-outcome="refused"]').first()).toContainText('It was not used before. This failed.');
});

test('a workflow: values lead back to where they come from, and a body that was changed fails its criterion', async ({
  page,
}) => {
  await page.clock.install();
  const demo = await open(page, 'workflows');
  await demo.getByRole('combobox', { name: 'Workflow' }).selectOption('Life cycle of a contact');
  await press(demo, 'Send this step');
  await press(demo, 'Send this step');
  await demo.getByRole('link', { name: 'create.id →' }).first().click();
  await expect(demo.locator(':focus')).toContainText('→ id con_');
  expect(new URL(page.url()).hash).toBe('');
  await demo.getByRole('textbox', { name: 'Body' }).fill('{"company": "<img src=x onerror=alert(1)>"}');
  await press(demo, 'Send this step');
  await expect(demo.getByRole('status')).toContainText('A criterion is not met');
  await expect(demo.locator('[data-fate="failed"]')).toContainText('It is "<img src=x onerror=alert(1)>".');
  await press(demo, 'Start again');
  await press(demo, 'Play to the end');
  await played(page, demo, 'The workflow is through: id is con_');
});

for (const [name, prepare] of Object.entries({
  limits: (demo: Locator) => press(demo, 'Until refused'),
  paging: (demo: Locator) => press(demo, 'Next request'),
  'sign-in': (demo: Locator) => press(demo, 'Next step'),
  workflows: (demo: Locator) => press(demo, 'Send this step'),
}) as [keyof typeof addresses, (demo: Locator) => Promise<void>][]) {
  test(
    `${name}: accessible in both themes and at 320 px, and nothing moves but what the press opens`,
    { tag: '@long' },
    async ({ page }) => {
      test.slow();
      await watchShifts(page);
      const demo = await open(page, name);
      expect(await totalShift(page)).toBeLessThan(0.01);
      await prepare(demo);
      await unfold(page);
      const include = '[data-demo]';
      const light = await accessibilityFaults(page, { include });
      await setTheme(page, 'dark');
      const dark = await accessibilityFaults(page, { include, rules: ['color-contrast', 'link-in-text-block'] });
      await page.setViewportSize({ width: 320, height: 900 });
      const phone = await accessibilityFaults(page, {
        include,
        rules: ['scrollable-region-focusable', 'target-size'],
        targetSize: true,
      });
      expect({ light, dark, phone }).toEqual({ light: [], dark: [], phone: [] });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    },
  );
}

test('a tool that does not come says so, and comes with the next press', async ({ page, faults }) => {
  await page.route(/\/_astro\/paging\.chunk\.[^/]*\.js$/, (route) => route.abort());
  await page.goto(addresses.paging);
  const demo = page.locator('[data-demo="paging"]');
  await demo.getByRole('button').click();
  await expect(demo.getByRole('status')).toContainText('could not be loaded');
  await page.unroute(/\/_astro\/paging\.chunk\.[^/]*\.js$/);
  await demo.getByRole('button').click();
  await expect(demo.getByRole('region', { name: 'By cursor' })).toBeVisible();
  faults.expect(/ERR_FAILED|dynamically imported module|Failed to fetch/);
});
