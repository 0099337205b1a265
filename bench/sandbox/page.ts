import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { build } from 'vite';
import { ensureChromium } from '../../scripts/browsers/ensure-chromium.ts';
import { root } from '../../scripts/paths.ts';
import { freePort } from '../../scripts/ports.ts';
import { figure, median } from '../report.ts';
import type { Part } from '../report.ts';
import type { Timings } from './in-page.ts';

const GOALS = { read: 1, write: 10 };

/** The sandbox in a page of Chromium, through what the console calls. */
export async function page(): Promise<Part> {
  const server = await servePage(await bundle());
  const browser = await chromium.launch({
    executablePath: ensureChromium(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const tab = await browser.newPage();
    await tab.goto(server.url);
    return report(await measure(tab), browser.version());
  } finally {
    await browser.close();
    server.close();
  }
}

/** The script of the page as the site's own build makes it: by Vite, minified. */
async function bundle(): Promise<string> {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      rolldownOptions: { input: join(import.meta.dirname, 'in-page.ts'), output: { codeSplitting: false } },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (!chunk) throw new Error('Nothing was bundled');
  return chunk.code;
}

/** From an address of its own, isolated as a browser wants it to be for a fine clock. */
async function servePage(script: string): Promise<{ url: string; close: () => Server }> {
  const headers = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };
  const server = createServer((request, response) => {
    const isScript = request.url === '/page.js';
    response.writeHead(200, { ...headers, 'Content-Type': isScript ? 'text/javascript' : 'text/html' });
    response.end(
      isScript ? script : '<!doctype html><title>Bench</title><script type="module" src="/page.js"></script>',
    );
  });
  const port = await freePort();
  server.listen(port);
  await once(server, 'listening');
  return { url: `http://localhost:${port}`, close: () => server.close() };
}

async function measure(tab: Page): Promise<Timings> {
  const handle = await tab.waitForFunction(() => (globalThis as { timings?: Timings }).timings, undefined, {
    timeout: 120_000,
  });
  return (await handle.jsonValue()) as Timings;
}

function report(timings: Timings, version: string): Part {
  const rows = Object.entries(timings).map(([name, { times, isWrite }]) => ({ name, isWrite, time: median(times) }));
  const slowest = (isWrite: boolean) =>
    Math.max(...rows.filter((row) => row.isWrite === isWrite).map(({ time }) => time));
  const count = Object.values(timings)[0]?.times.length ?? 0;
  return {
    title: 'In the page',
    method: `Chromium ${version}, the sandbox bundled as the site bundles it, changes kept in IndexedDB: from the call of \`openSandbox().fetch\` to the body of the answer, medians of ${count}.`,
    columns: ['request', 'time'],
    rows: rows.map(({ name, time }) => [name, `${figure(time)} ms`]),
    goals: [
      { what: 'slowest read', reached: slowest(false), unit: ' ms', bound: { max: GOALS.read } },
      { what: 'slowest write', reached: slowest(true), unit: ' ms', bound: { max: GOALS.write } },
    ],
  };
}
