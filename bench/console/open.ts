import type { Browser, CDPSession, Page } from '@playwright/test';
import { setTimeout as sleep } from 'node:timers/promises';
import { launch } from '../browser.ts';
import { figure, median } from '../report.ts';
import type { Part } from '../report.ts';
import { serveOwn, serveScalar, serveSwaggerUi } from './contestants.ts';
import type { Console } from './contestants.ts';

const ROUNDS = 7;
const GOALS = { fast: 100, slow: 300 };
/** The form follows Send; what it takes to get there when the machine has more to do. */
const WHOLE = { fast: 100, slow: 350 };
/** 1.6 Mbit/s in bytes a second; a CPU four times slower. */
const SLOW = { bandwidth: 1_600_000 / 8, cpu: 4 };

type Speed = 'fast' | 'slow';

interface Opening {
  /** Milliseconds from the click until Send can be seen. */
  readonly time: number;
  /** Milliseconds from the click until the whole form is there. */
  readonly whole: number;
  /** Bytes of JavaScript, as transferred: before the click, and from it until a second after Send can be seen. */
  readonly before: number;
  readonly onIntent: number;
}

interface Measured {
  readonly name: string;
  readonly openings: Readonly<Record<Speed, Opening[]>>;
}

/** From a click that nothing announced until Send can be seen. */
export async function open(): Promise<Part> {
  const consoles = [
    { name: 'operation page', console: await serveOwn() },
    { name: 'Scalar’s modal', console: await serveScalar() },
    { name: 'Swagger UI', console: await serveSwaggerUi() },
  ];
  const browser = await launch();
  const measured = consoles.map(({ name }): Measured => ({ name, openings: { fast: [], slow: [] } }));
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const speed of ['fast', 'slow'] as const) {
        for (const [index, { console }] of consoles.entries()) {
          measured[index]?.openings[speed].push(await openOnce(browser, console, speed));
        }
      }
    }
    return report(measured, browser.version());
  } finally {
    await browser.close();
    await Promise.all(consoles.map(({ console }) => console.close()));
  }
}

/** In a context of its own, with nothing in its cache. */
async function openOnce(browser: Browser, { url, opener, sender, whole }: Console, speed: Speed): Promise<Opening> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const scripts = await countScripts(session);
    await page.goto(url, { waitUntil: 'networkidle' });
    await page.getByRole('button', { name: opener }).first().waitFor();
    const before = scripts.bytes;
    if (speed === 'slow') await slowDown(session);
    const times = await clickUntilSend(page, { opener: opener.source, sender: sender.source, whole });
    await sleep(1000);
    return { ...times, before, onIntent: scripts.bytes - before };
  } finally {
    await context.close();
  }
}

async function countScripts(session: CDPSession): Promise<{ readonly bytes: number }> {
  const scripts = { bytes: 0 };
  const ids = new Set<string>();
  session.on('Network.responseReceived', ({ type, requestId }) => type === 'Script' && ids.add(requestId));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (ids.has(requestId)) scripts.bytes += encodedDataLength;
  });
  await session.send('Network.enable');
  return scripts;
}

async function slowDown(session: CDPSession): Promise<void> {
  const { bandwidth, cpu } = SLOW;
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: bandwidth,
    uploadThroughput: bandwidth,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
}

/** The click is made by the page itself, so that no pointer comes near the button before. */
function clickUntilSend(
  page: Page,
  wanted: Readonly<Record<'opener' | 'sender' | 'whole', string>>,
): Promise<Pick<Opening, 'time' | 'whole'>> {
  return page.evaluate(async (texts) => {
    const visible = (pattern: RegExp) =>
      [...document.querySelectorAll('button')].find(
        (button) => pattern.test(button.innerText.trim()) && button.checkVisibility(),
      );
    const button = visible(new RegExp(texts.opener));
    if (!button) throw new Error('There is no button to press');
    const began = performance.now();
    button.click();
    const sender = new RegExp(texts.sender);
    while (!visible(sender)) await new Promise(requestAnimationFrame);
    const time = performance.now() - began;
    while (!document.querySelector(texts.whole)?.checkVisibility()) await new Promise(requestAnimationFrame);
    return { time, whole: performance.now() - began };
  }, wanted);
}

function report(measured: readonly Measured[], version: string): Part {
  const time = ({ openings }: Measured, speed: Speed) => median(openings[speed].map((one) => one.time));
  const whole = ({ openings }: Measured, speed: Speed) => median(openings[speed].map((one) => one.whole));
  const kB = (bytes: readonly number[]) => `${figure(median(bytes) / 1000)} kB`;
  const [own] = measured;
  return {
    title: 'Click to Send',
    method:
      `Chromium ${version}: from a click without hover or focus before it, nothing cached, until a button Send (Execute in Swagger UI) can be seen (a press of it counts from then on), and until the form is whole; medians of ${ROUNDS} rounds, ` +
      'in turn. Slow is 1.6 Mbit/s and a CPU slowed 4×, from the click on. JavaScript as transferred, the sandbox that follows the form included.',
    columns: ['console', 'fast', 'slow', 'whole form, fast', 'slow', 'JavaScript before the click', 'after it'],
    rows: measured.map((one) => [
      one.name,
      `${figure(time(one, 'fast'))} ms`,
      `${figure(time(one, 'slow'))} ms`,
      `${figure(whole(one, 'fast'))} ms`,
      `${figure(whole(one, 'slow'))} ms`,
      kB(one.openings.fast.map(({ before }) => before)),
      kB(one.openings.fast.map(({ onIntent }) => onIntent)),
    ]),
    goals: own
      ? (['fast', 'slow'] as const).flatMap((speed) => [
          { what: `click to Send, ${speed}`, reached: time(own, speed), unit: ' ms', bound: { max: GOALS[speed] } },
          {
            what: `click to the whole form, ${speed}`,
            reached: whole(own, speed),
            unit: ' ms',
            bound: { max: WHOLE[speed] },
          },
        ])
      : [],
  };
}
