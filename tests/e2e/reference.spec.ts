import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const operation = '/reference/chatbots/create-chatbot/';

/** Anchor of a field that stands in closed details of the page. */
async function foldedField(page: Page): Promise<string> {
  await page.goto(operation);
  return page
    .locator('details.variant:not([open]) li[id]')
    .first()
    .evaluate((field) => field.id);
}

test.describe('a link to a field in closed details', () => {
  test('shows it on a cold start: opened, highlighted, in view, and nothing shifts', async ({ page }) => {
    const id = await foldedField(page);
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(globalThis, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto('about:blank');
    await page.goto(`${operation}#${id}`);
    const field = page.locator(`[id="${id}"]`);
    await expect(field).toBeInViewport();
    await expect(field).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
    await page.waitForTimeout(500);
    const shifts = await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts);
    expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.02);
  });

  test('opens it when it is followed on the page', async ({ page }) => {
    const id = await foldedField(page);
    await page.evaluate((hash) => (location.hash = hash), id);
    await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
  });

  test('shows it without JavaScript', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const html = await (await page.request.get(operation)).text();
    const id = /<details class="variant" id="[^"]*" name="[^"]*"><summary>.*?<li id="([^"]+)"/.exec(html)?.[1] ?? '';
    await page.goto(`${operation}#${id}`);
    await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
    await context.close();
  });
});

test('a field’s link is copied by mouse and by keyboard', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/reference/contacts/create-contact/');
  const link = page.getByRole('link', { name: 'Link to email' }).first();
  await link.focus();
  await expect(link).toHaveCSS('opacity', '1');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#body-email$/);
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/create-contact\/#body-email$/);
});

test('the language of samples is remembered on other pages, and shown from the first paint on', async ({ page }) => {
  await page.goto('/reference/contacts/create-contact/');
  await expect(page.locator('.sample:visible')).toHaveCount(1);
  await page.getByRole('group', { name: 'Language' }).getByRole('button', { name: 'Ruby' }).click();
  // Scripts of the page itself are held back: what is seen then is what is seen first.
  await page.route('**/_astro/*.js', (route) => route.abort());
  await page.goto('/reference/visitors/get-visitor/');
  const shown = page.locator('.sample:visible');
  await expect(shown).toHaveCount(1);
  await expect(shown).toContainText('Net::HTTP::Get');
  const choice = page.getByRole('group', { name: 'Language' }).getByRole('button', { name: 'Ruby' });
  await expect(choice).toHaveAttribute('aria-pressed', 'true');
});

test('print shows the chosen sample and every folded field', async ({ page }) => {
  await page.goto(operation);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.sample:visible')).toHaveCount(1);
  await expect(page.locator('details.variant:not([open]) li[id]').first()).toBeVisible();
});

test('what scopes allow is aligned, however long their names are', async ({ page }) => {
  for (const width of [1440, 375]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('/reference/');
    const edges = await page
      .locator('dl.values', { has: page.getByText('contacts:read') })
      .first()
      .locator('dd')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().left));
    expect(edges.length).toBeGreaterThan(5);
    expect(new Set(edges.map(Math.round)).size).toBe(1);
  }
});

test('what a request must have is marked in red, what an answer has is not', async ({ page }) => {
  await page.goto('/reference/contacts/create-contact/');
  const colour = (place: string) =>
    page
      .locator(`${place} em.required`)
      .first()
      .evaluate((mark) => getComputedStyle(mark).color);
  const [request, answer] = [await colour('#body-email'), await colour('#response-201-id')];
  expect(request).not.toBe(answer);
  await page.goto('/reference/contacts/');
  expect(await colour('#contact-id')).toBe(answer);
});

test('the sidebar unfolds the current resource only', async ({ page }) => {
  await page.goto('/reference/contacts/create-contact/');
  const nav = page.getByRole('navigation', { name: 'Main' });
  await expect(nav.getByRole('link', { name: 'Create a contact' })).toHaveAttribute('aria-current', 'page');
  await expect(nav.getByRole('link', { name: 'List chatbots' })).toHaveCount(0);
  await nav.getByRole('link', { name: 'Chatbots', exact: true }).click();
  await expect(nav.getByRole('link', { name: 'List chatbots' })).toBeVisible();
});
