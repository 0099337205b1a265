import type { Locator, Page } from '@playwright/test';
import { answerWith, documentedHeaders } from './answers.ts';
import type { GivenAnswer } from './answers.ts';
import { ConsolePage } from './console-page.ts';
import { expect, test } from './fixtures.ts';

const script = `<img src=x onerror="globalThis.hacked=1"><script>globalThis.hacked=1</script>"'&`;
const override = 'user\u202egnp.exe\u2066 \u200f';
const emoji = '👩‍👩‍👧‍👦 नमस्ते مرحبا \u{1f3f3}\ufe0f\u200d\u{1f308}';

/** Everything at once: a record that someone made to break whatever shows it. */
const record = {
  email: 'hostile@example.com',
  name: script,
  company: override,
  tags: ['</pre><b>', emoji],
  custom_attributes: {
    [script]: script,
    [override]: override,
    constructor: 'x',
    long: 'W'.repeat(10_000),
    deep: JSON.parse(`${'{"a":'.repeat(30)}1${'}'.repeat(30)}`) as unknown,
  },
};

/** No script of a record ran, and none of its markup became an element. */
async function expectInert(page: Page, place = '.ob-console'): Promise<void> {
  expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false);
  expect(await page.locator(`${place} :is(img[src="x"], script, b)`).count()).toBe(0);
}

/** The page scrolls down only. */
async function expectFits(page: Page): Promise<void> {
  const { width, room } = await page.evaluate(() => ({
    width: document.documentElement.scrollWidth,
    room: document.documentElement.clientWidth,
  }));
  expect(width).toBe(room);
}

for (const width of [1440, 375]) {
  test(`a hostile stored record is inert and fits at ${width} px, in every look of the answer`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    const console = new ConsolePage(page);
    await console.open('createContact');
    await console.fillBody(record);
    await console.sendFor('201');
    await expect(console.response).toContainText('Matches the specification');
    await expect(console.response).toContainText('<img src=x onerror=');
    // What would turn the text around is shown as an escape; joined letters and emoji stay joined.
    await expect(console.response).toContainText('user\\u202egnp.exe');
    await expect(console.response).toContainText(emoji.slice(0, 20));
    await expectFits(page);
    await console.response.getByRole('button', { name: 'Raw' }).click();
    await expect(console.response.locator('pre')).toContainText('<img src=x onerror=');
    await expectFits(page);
    await console.response.locator('summary').click();
    await expectFits(page);
    await expectInert(page);
  });
}

test('a body of a hundred levels, of odd names and of large numbers is shown as it was sent', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 });
  const console = new ConsolePage(page);
  await console.open('getContact');
  const deep = `${'{"level":['.repeat(50)}"bottom"${']}'.repeat(50)}`;
  const body = `{"__proto__":{"polluted":true},"constructor":1,"big":12345678901234567890,"tiny":1e-400,"deep":${deep}}`;
  await answerWith(console, () => ({ body }));
  await console.sendFor('200');
  const tree = page.getByRole('tree', { name: 'Response body' });
  await expect(tree).toContainText('"__proto__": {');
  await expect(tree).toContainText('12345678901234567890');
  await expect(tree).toContainText('"bottom"');
  await expectFits(page);
  await console.response.getByRole('button', { name: 'Raw' }).click();
  await expect(console.response.locator('pre')).toHaveText(body);
  expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
});

test('a body nested beyond any check is shown and said to be unchecked', async ({ page }) => {
  const console = new ConsolePage(page);
  await console.open('getContact');
  await answerWith(console, () => ({ body: `${'['.repeat(20_000)}${']'.repeat(20_000)}` }));
  await console.sendFor('200');
  await expect(page.getByRole('tree', { name: 'Response body' })).toContainText('1 item');
  await expect(console.response).toContainText(/difference from the specification|could not be checked/);
});

test('a page in an answer is shown as text, never as a page', async ({ page }) => {
  const console = new ConsolePage(page);
  await console.open('getContact');
  await answerWith(console, () => ({
    status: 502,
    contentType: 'text/html',
    body: `<!doctype html><title>Bad gateway</title><style>*{display:none}</style>${script}<iframe src="/"></iframe>`,
  }));
  await console.sendFor('502');
  await expect(console.response.locator('pre')).toContainText('<!doctype html><title>Bad gateway');
  expect(await page.locator('iframe').count()).toBe(0);
  await expectInert(page);
});

test('an SVG shows its picture and its text, and runs no script', async ({ page }) => {
  const console = new ConsolePage(page);
  await console.open('getContact');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="parent.hacked=1"><script>parent.hacked=1</script></svg>`;
  await answerWith(console, () => ({ contentType: 'image/svg+xml', body: svg }));
  await console.sendFor('200');
  await expect(console.response.locator('pre')).toContainText('<svg');
  await expect(console.response.getByRole('img', { name: 'The image in the response body' })).toBeVisible();
  await expectInert(page);
});

test('a header of 20,000 characters folds and fits', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 });
  const console = new ConsolePage(page);
  await console.open('getContact');
  await answerWith(console, () => ({
    headers: { ...documentedHeaders, 'X-Long': `${script}${'h'.repeat(20_000)}` },
    body: '{}',
  }));
  await console.sendFor('200');
  await console.response.locator('summary').click();
  await expect(console.response).toContainText('more characters');
  await console.response.getByRole('button', { name: /more characters/ }).click();
  await expectFits(page);
  await expectInert(page);
});

const elementsIn = (region: Locator) => region.locator('*').count();

test('a megabyte of JSON is shown a piece at a time, as a tree and as it was sent, and checked off the page’s thread', async ({
  page,
}) => {
  const console = new ConsolePage(page);
  await console.open('listContacts');
  const body = megabyte();
  await answerWith(console, () => ({ body }));
  const worker = page.waitForEvent('worker');
  await console.sendFor('200');
  const more = console.response.locator('[data-kind="more"]').last();
  await expect(more).toHaveText('3,900 more');
  const before = await elementsIn(console.response);
  expect(before).toBeLessThan(2_000);
  await more.click();
  await expect(more).toHaveText('3,800 more');
  expect(await elementsIn(console.response)).toBeLessThan(before + 1_000);
  await worker;
  await expect(console.response).toContainText('Matches the specification', { timeout: 30_000 });
  await console.response.getByRole('button', { name: 'Raw' }).click();
  const chunks = console.response.locator('pre > *');
  await expect(chunks.last()).toContainText('con_3999');
  // What is out of sight is not laid out.
  await expect(chunks.last()).toHaveCSS('content-visibility', 'auto');
  expect(await chunks.count()).toBeGreaterThan(100);
});

/** Four thousand contacts. */
function megabyte(): string {
  const one = { ...record, phone: null, avatar_url: null, custom_attributes: { plan: 'x', seats: 12 } };
  const data = Array.from({ length: 4_000 }, (_, index) => ({
    ...one,
    id: `con_${index}`,
    created_at: '2026-02-11T10:12:00Z',
    updated_at: '2026-02-11T10:12:00Z',
  }));
  const body = JSON.stringify({ data, pagination: { limit: 100, next_cursor: null, has_more: false } });
  expect(body.length).toBeGreaterThan(1_000_000);
  return body;
}

/** Values that no part may stumble over, in each header that some part shows or reads. */
const odd = [
  '',
  '-1',
  '0',
  '1e308',
  '99999999999999',
  '9999999999999999999999',
  'x'.repeat(5000),
  '<b>\u009b\u00ad',
  ',',
];
const shownHeaders = ['X-RateLimit-Limit', 'X-RateLimit-Remaining', 'X-RateLimit-Reset', 'Retry-After', 'X-Request-Id'];

test('no value of a header keeps an answer, or the next one, from being shown', async ({ page }) => {
  const console = new ConsolePage(page);
  await console.open('getContact');
  let answer: GivenAnswer = {};
  await answerWith(console, () => answer);
  const answers = odd.flatMap((value) => [
    ...shownHeaders.map((name) => ({ status: 429, headers: { ...documentedHeaders, [name]: value } })),
    { status: 429, contentType: value },
  ]);
  for (const [turn, given] of answers.entries()) {
    answer = { ...given, body: `{"turn":${turn}}` };
    await console.send.click();
    await expect(console.response).toContainText(new RegExp(`"turn":\\s?${turn}\\b`));
    await expect(console.response.locator('.ob-fault')).toHaveCount(0);
  }
  await expectFits(page);
});

test('a part of an answer that fails says so, and takes neither the others nor the next answer with it', async ({
  page,
}) => {
  const console = new ConsolePage(page);
  await console.open('getContact');
  await answerWith(console, () => ({ body: '{"id":"con_1"}' }));
  await page.evaluate(() => {
    const write = Number.prototype.toLocaleString;
    Number.prototype.toLocaleString = function (...options) {
      if (this.valueOf() === 250) throw new RangeError('no such number');
      return write.apply(this, options);
    };
  });
  for (let turn = 0; turn < 2; turn += 1) {
    await console.sendAgainFor('200');
    await expect(console.response).toContainText('The rate limit cannot be shown here (no such number).');
    await expect(console.response).toContainText('"id": "con_1"');
    await expect(console.response.locator('summary')).toContainText('Headers');
  }
});
