import type { Browser, CDPSession, Page } from '@playwright/test';
import { addressOf } from './console-page.ts';
import { expect, test } from './fixtures.ts';

interface TraceEvent {
  name: string;
  args: { elementCount?: number };
}

/** How many elements the browser styles anew when one element comes into a link, and when one comes into its head. */
async function restyled(browser: Browser, page: Page): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', { categories: 'devtools.timeline', transferMode: 'ReportEvents' });
  await page.evaluate(async () => {
    const frames = async () => {
      for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    };
    await frames();
    document.querySelector('main a')?.append(document.createElement('div'));
    await frames();
    document.head.append(document.createElement('link'));
    await frames();
  });
  await ended(session);
  return Math.max(...events.map(({ name, args }) => (name === 'UpdateLayoutTree' ? (args.elementCount ?? 0) : 0)));
}

async function ended(session: CDPSession): Promise<void> {
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
}

for (const address of [addressOf('createContact'), '/guides/webhooks/']) {
  test(`an element that comes into ${address} does not have the whole page styled anew`, async ({ browser, page }) => {
    await page.goto(address);
    await page.waitForLoadState('networkidle');
    const count = await restyled(browser, page);
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThan(100);
  });
}
