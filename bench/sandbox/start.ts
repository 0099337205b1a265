import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSandbox } from '../../scripts/packages/sandbox.ts';
import { root } from '../../scripts/paths.ts';
import { freePort } from '../../scripts/ports.ts';
import { figure, median } from '../report.ts';
import type { Part } from '../report.ts';
import { MOCK } from './contestants.ts';
import { KEY } from './load.ts';

const RUNS = 15;
const GOAL = 250;

const NAMES = ['package', 'sources'] as const;
type Starts = Readonly<Record<(typeof NAMES)[number], { readonly first: Start[]; readonly later: Start[] }>>;

/** Milliseconds from the start of the process. */
interface Start {
  readonly listening: number;
  readonly answered: number;
}

/** From `node …` to its first answer, without npm: the package that is published, and the sources of the repository. */
export async function start(): Promise<Part> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    await buildSandbox(join(folder, 'package/dist'));
    copyFileSync(join(root, 'packages/sandbox/package.json'), join(folder, 'package/package.json'));
    const scripts = { package: join(folder, 'package/dist/cli.js'), sources: MOCK };
    const starts: Starts = { package: { first: [], later: [] }, sources: { first: [], later: [] } };
    for (let run = 0; run < RUNS; run += 1) {
      for (const name of NAMES) {
        const cache = join(folder, `${name}-${run}`);
        starts[name].first.push(await measure(folder, scripts[name], cache));
        starts[name].later.push(await measure(folder, scripts[name], cache));
      }
    }
    return report(starts);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @param cache where Node keeps modules that it has compiled */
async function measure(folder: string, script: string, cache: string): Promise<Start> {
  const port = await freePort();
  const flags = ['--port', String(port), '--data', join(folder, 'sandbox.db'), '--no-rate-limits'];
  const began = performance.now();
  const child = spawn(process.execPath, [script, ...flags], {
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

function report(starts: Starts): Part {
  const answered = (some: readonly Start[]) => median(some.map((one) => one.answered));
  const row = (name: string, some: readonly Start[]) => [
    name,
    `${figure(median(some.map(({ listening }) => listening)))} ms`,
    `${figure(answered(some))} ms`,
  ];
  const goal = (what: string, some: readonly Start[]) => ({
    what,
    reached: answered(some),
    unit: ' ms',
    bound: { max: GOAL },
  });
  return {
    title: 'Start to first answer',
    method:
      'The command of `@orbinto/sandbox`, and `node src/sandbox/node.ts`, with a data file until the first list of contacts has come, ' +
      `medians of ${RUNS}, in turn. At the first start Node compiles every module, and of the sources takes the types out; later ones ` +
      'find them in its compile cache.',
    columns: ['start', 'listening after', 'answered after'],
    rows: NAMES.flatMap((name) => [
      row(`${name}, the first`, starts[name].first),
      row(`${name}, later ones`, starts[name].later),
    ]),
    goals: [
      goal('first answer of the package, first start', starts.package.first),
      goal('first answer of the package, later starts', starts.package.later),
      goal('first answer of the sources, first start', starts.sources.first),
      goal('first answer of the sources, later starts', starts.sources.later),
    ],
  };
}
