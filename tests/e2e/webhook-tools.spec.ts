import type { Page } from '@playwright/test';
import { accessibilityFaults, setTheme, unfold } from './accessibility.ts';
import { expect, test } from './fixtures.ts';
import { ControlPanel } from './panel.ts';

async function open(page: Page, address: string, button: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: button }).click();
}

const openMachine = async (page: Page) => {
  await open(page, '/guides/webhooks/', 'Start the time machine');
  await expect(page.locator('.ob-machine [data-tone="error"] button')).toHaveCount(1);
};

test.describe('the signature doctor', () => {
  test('names the mistake of what is pasted, shows the fix in the reader’s framework, and sends nothing', async ({
    page,
  }) => {
    await open(page, '/guides/signature-doctor/', 'Open the doctor');
    await page.getByLabel('Show me an example').selectOption('A delivery that is right');
    const answer = page.locator('.ob-webhook-tool').getByRole('status');
    await expect(answer).toContainText('Valid.');
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    const body = page.getByLabel('Body', { exact: true });
    await body.fill(`${await body.inputValue()}\n`);
    await page.getByRole('button', { name: 'Find the mistake' }).click();
    await expect(answer).toContainText('A newline at the end of the body');
    await page.getByLabel('The fix in').selectOption('Rails');
    await expect(page.getByRole('region', { name: 'The fix' })).toContainText('request.raw_post');
    await expect(page.locator('.ob-check[data-tone="error"]')).toHaveCount(2);
    await body.fill('<img src=/x onerror=alert(1)>\u202e');
    await page.getByRole('button', { name: 'Find the mistake' }).click();
    await expect(answer).toContainText('Another secret, or another body');
    await expect(page.locator('.ob-check').first()).toContainText('<img src=/x onerror=alert(1)>\\u202e');
    expect(requests).toEqual([]);
    const secret = await page.getByLabel('Secret', { exact: true }).inputValue();
    expect(secret).toMatch(/^whsec_/);
    const kept = await page.evaluate(() => JSON.stringify([location.href, { ...localStorage }, { ...sessionStorage }]));
    expect(kept).not.toContain(secret);
  });

  test('takes the last delivery of the reader’s sandbox, and wants its secret', async ({ page }) => {
    const panel = new ControlPanel(page);
    await panel.open();
    await panel.emit('message.created');
    await expect(panel.deliveries).toHaveAttribute('data-status', 'delivered');
    await open(page, '/guides/signature-doctor/', 'Open the doctor');
    await page.getByRole('button', { name: 'Take the last delivery' }).click();
    await expect(page.getByLabel('Body', { exact: true })).toHaveValue(/^{"event":"message.created"/);
    await expect(page.getByLabel('Headers', { exact: true })).toHaveValue(/webhook-signature: v1,/);
    const told = page.locator('.ob-webhook-tool').getByRole('status');
    await expect(told).toContainText(/to wh_\w+\. .* create a webhook for the same event/);
    await page.getByRole('button', { name: 'Find the mistake' }).click();
    await expect(told).toContainText('Paste the secret');
  });
});

test('the page of an event lets it happen and verifies its delivery', async ({ page }) => {
  await open(page, '/reference/events/conversation.rated/', 'Emit conversation.rated');
  const tool = page.locator('.ob-webhook-tool');
  await expect(tool.getByRole('status')).toContainText('was delivered: 200 OK');
  await expect(tool.getByLabel('The delivery')).toContainText('webhook-signature: v1,');
  await expect(tool).toContainText('Valid.');
});

test.describe('the time machine', () => {
  test('is dragged along the schedule by the keyboard: attempts come, and one byte makes the verdict red', async ({
    page,
  }) => {
    await openMachine(page);
    const machine = page.locator('.ob-machine');
    const slider = machine.getByRole('slider');
    await slider.focus();
    await page.keyboard.press('End');
    await expect(machine.locator('.ob-arrivals li')).toHaveCount(6);
    await expect(machine).toContainText('given up');
    const colourOf = (name: string) =>
      machine.getByRole('button', { name }).evaluate((button) => getComputedStyle(button).color);
    await expect(machine.getByRole('button', { name: 'Go to the next attempt' })).toBeDisabled();
    expect(await colourOf('Go to the next attempt')).not.toBe(await colourOf('Resend'));
    await expect(machine.locator('.attempt[data-lit]')).toHaveCount(6);
    await page.keyboard.press('Home');
    await expect(machine.locator('.attempt[data-lit]')).toHaveCount(1);
    const verdict = machine.locator('.ob-attempt-details').getByRole('status');
    await expect(verdict).toContainText('Valid.');
    await machine.getByRole('button', { name: 'Change one byte' }).click();
    await expect(verdict).toContainText('Another secret, or another body');
    await expect(verdict).toContainText('The body was changed: character');
    await machine.getByRole('button', { name: 'As it arrived' }).click();
    await expect(verdict).toContainText('Valid.');
  });

  test('asks a function of the reader, which reaches no network and is ended in time', async ({ page, faults }) => {
    await openMachine(page);
    const machine = page.locator('.ob-machine');
    await machine.getByLabel('Your endpoint').selectOption('runs your function');
    const emit = machine.getByRole('button', { name: 'Emit', exact: true });
    const details = machine.locator('.ob-attempt-details');
    await emit.click();
    await expect(details).toContainText('Your function answered 200.');
    await machine.getByLabel('Begin with a function that').selectOption('never answers');
    await emit.click();
    await machine.getByRole('button', { name: 'Let the attempt end' }).click();
    await expect(details).toContainText('Your function did not end in time.');
    const answered: string[] = [];
    page.context().on('response', (response) => answered.push(response.url()));
    await machine.getByLabel('Your function, in JavaScript').fill(`async function receive() {
      const own = ${JSON.stringify(new URL(page.url()).origin)};
      const tries = [
        () => fetch(own + '/robots.txt'),
        () => import(own + '/robots.txt'),
        () => importScripts(own + '/robots.txt'),
        () => new Promise((open, close) => { const one = new EventSource(own); one.onopen = open; one.onerror = close; }),
        () => new Promise((open, close) => { const one = new WebSocket(own.replace('http', 'ws')); one.onopen = open; one.onerror = close; }),
        () => new Promise((open, close) => { const one = new XMLHttpRequest(); one.onload = open; one.onerror = close; one.open('GET', own); one.send(); }),
        () => indexedDB.open('orbinto'),
      ];
      const came = await Promise.allSettled(tries.map(async (one) => one()));
      return came.every(({ status }) => status === 'rejected') ? 204 : 500;
    }`);
    await emit.click();
    await expect(details).toContainText('Your function answered 204.');
    // A request that the policy refuses gets no response.
    expect(answered.filter((address) => !/^blob:|\/_astro\/frame\./.test(address))).toEqual([]);
    faults.expect(/Content Security Policy|violates|importScripts|Refused to/i);
  });

  test(
    'is accessible in both themes and on a phone, as the doctor is, and wider than neither',
    { tag: '@long' },
    async ({ page }) => {
      test.slow();
      await openMachine(page);
      await page.locator('.ob-machine').getByLabel('Your endpoint').selectOption('runs your function');
      await unfold(page);
      for (const [theme, width] of [
        ['light', 1440],
        ['dark', 320],
      ] as const) {
        await page.setViewportSize({ width, height: 900 });
        await setTheme(page, theme);
        expect(await accessibilityFaults(page, { include: '[data-demo]' }), theme).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      }
      await open(page, '/guides/signature-doctor/', 'Open the doctor');
      await page.getByLabel('Show me an example').selectOption('JSON inside of JSON');
      await expect(page.locator('.ob-fix')).toBeVisible();
      await unfold(page);
      expect(await accessibilityFaults(page, { include: '[data-demo]' })).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    },
  );
});
