import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../scripts/ports.ts';
import { figure, median } from '../report.ts';
import type { Part } from '../report.ts';
import { MOCK } from './contestants.ts';
import { KEY } from './load.ts';

const RUNS = 15;
const GOAL = 250;

/** Milliseconds from the start of the process. */
interface Start {
  readonly listening: number;
  readonly answered: number;
}

/** From `node src/sandbox/node.ts` to its first answer, without npm. */
export async function start(): Promise<Part> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const first = [];
    for (let run = 0; run < RUNS; run += 1) first.push(await measure(folder, join(folder, `cache-${run}`)));
    const again = [];
    for (let run = 0; run < RUNS; run += 1) again.push(await measure(folder, join(folder, 'cache-0')));
    return report(first, again);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @param cache where Node keeps modules that it has compiled */
async function measure(folder: string, cache: string): Promise<Start> {
  const port = await freePort();
  const flags = ['--port', String(port), '--data', join(folder, 'sandbox.db'), '--no-rate-limits'];
  const began = performance.now();
  const child = spawn(process.execPath, [MOCK, ...flags], {
    env: { ...process.env, NODE_COMPILE_CACHE: cache },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  const listening = performance.now() - began;
  await ask(`http://127.0.0.1:${port}/v1/contacts`);
  const answered = performance.now() - began;
  const exit = once(child, 'exit');
  child.kill();
  await exit;
  return { listening, answered };
}

function ask(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { agent: false, headers: { Authorization: `Bearer ${KEY}` } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url} was answered with ${response.statusCode}`));
      response.resume().on('end', resolve);
    }).on('error', reject);
  });
}

function report(first: readonly Start[], again: readonly Start[]): Part {
  const answered = (starts: readonly Start[]) => median(starts.map((one) => one.answered));
  const row = (name: string, starts: readonly Start[]) => [
    name,
    `${figure(median(starts.map(({ listening }) => listening)))} ms`,
    `${figure(answered(starts))} ms`,
  ];
  return {
    title: 'Start to first answer',
    method:
      `\`node src/sandbox/node.ts\` with a data file until the first list of contacts has come, medians of ${RUNS}. ` +
      'At the first start Node compiles every module; later ones find them in its compile cache.',
    columns: ['start', 'listening after', 'answered after'],
    rows: [row('the first', first), row('later ones', again)],
    goals: [
      { what: 'first answer, first start', reached: answered(first), unit: ' ms', bound: { max: GOAL } },
      { what: 'first answer, later starts', reached: answered(again), unit: ' ms', bound: { max: GOAL } },
    ],
  };
}
