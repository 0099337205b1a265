import type { Browser, CDPSession, Page } from '@playwright/test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Viewer } from './viewers.ts';

export type Speed = 'fast' | 'slow';

/** What a visit to the operation found. */
export interface Visit {
  /** Milliseconds from the start of the navigation until the operation's heading was painted; Infinity if that never was. */
  readonly heading: number;
  /** Bytes as transferred, by what they are; `data` is the document that is shown. */
  readonly bytes: Readonly<Record<Kind, number>>;
  readonly elements: number;
}

const KINDS = { Document: 'html', Script: 'js', Stylesheet: 'css', Font: 'fonts', Fetch: 'data', XHR: 'data' } as const;
export type Kind = (typeof KINDS)[keyof typeof KINDS];

const LONGEST = 60_000;
/** What loads after the heading is counted for so long. */
const REST = 1500;
/** 1.6 Mbit/s in bytes a second, the round trip of a fair mobile network; a CPU four times slower. */
const SLOW = { bandwidth: 1_600_000 / 8, latency: 150, cpu: 4 };

/** Opens the operation in a context of its own, with nothing in its cache. */
export async function visit(
  browser: Browser,
  url: string,
  { path, heading }: Viewer,
  text: string,
  speed: Speed,
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const bytes = await countBytes(session);
    if (speed === 'slow') await slowDown(session);
    await page.goto(`${url}${path}`, { waitUntil: 'commit' });
    const time = await untilSeen(page, heading, text);
    await sleep(REST);
    return { heading: time, bytes, elements: await page.evaluate(() => document.querySelectorAll('*').length) };
  } finally {
    await context.close();
  }
}

async function countBytes(session: CDPSession): Promise<Record<Kind, number>> {
  const bytes = { html: 0, js: 0, css: 0, fonts: 0, data: 0 };
  const kinds = new Map<string, Kind>();
  session.on('Network.responseReceived', ({ type, requestId }) => {
    if (Object.hasOwn(KINDS, type)) kinds.set(requestId, KINDS[type as keyof typeof KINDS]);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId);
    if (kind) bytes[kind] += encodedDataLength;
  });
  await session.send('Network.enable');
  return bytes;
}

async function slowDown(session: CDPSession): Promise<void> {
  const { bandwidth, latency, cpu } = SLOW;
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: bandwidth,
    uploadThroughput: bandwidth,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
}

/** The heading counts once it lies in the window and the frame that holds it has been painted. */
async function untilSeen(page: Page, selector: string, text: string): Promise<number> {
  const search = page.evaluate(
    async ({ selector, text }) => {
      const frame = () => new Promise(requestAnimationFrame);
      const isSeen = (element: Element) => {
        const { top, bottom, height } = element.getBoundingClientRect();
        return height > 0 && bottom > 0 && top < innerHeight && element.textContent.includes(text);
      };
      do await frame();
      while (![...document.querySelectorAll(selector)].some(isSeen));
      await frame();
      return performance.now();
    },
    { selector, text },
  );
  const late = new AbortController();
  const never = sleep(LONGEST, Infinity, { signal: late.signal }).catch(() => Infinity);
  try {
    return await Promise.race([search, never]);
  } finally {
    late.abort();
    search.catch(() => undefined);
  }
}
