// `npm run bench`: every benchmark, or those that are named: `npm run bench -- sandbox`, `npm run bench -- sandbox/start`.
// With `--save` the tables go to bench/results/ too, and their goals to bench/README.md. `--list` names what can be run.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { describeMachine } from './machine.ts';
import { printReport } from './report.ts';
import type { Bench, Part } from './report.ts';
import { writeSummary } from './summary.ts';

/** What the `parts.ts` of a benchmark exports. */
interface BenchModule {
  readonly parts: Bench;
  /** Of its peers, where they are others than those of all. */
  readonly peers?: string;
  /** Writes the reports of a saved run where its readers look. */
  readonly publish?: (reports: readonly string[]) => void;
}

const benches: Readonly<Record<string, () => Promise<BenchModule>>> = {
  sandbox: () => import('./sandbox/parts.ts'),
  console: () => import('./console/parts.ts'),
  reference: () => import('./reference/parts.ts'),
  dev: () => import('./dev/parts.ts'),
  sdks: () => import('./sdks/parts.ts'),
  edge: () => import('./edge/parts.ts'),
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { save: { type: 'boolean', default: false }, list: { type: 'boolean', default: false } },
});

interface Chosen extends BenchModule {
  readonly chosen: [string, () => Promise<Part>][];
}

/** @throws in one line when there is no such benchmark or part */
async function choose(name: string): Promise<Chosen> {
  const [benchName = '', partName] = name.split('/');
  const load = Object.hasOwn(benches, benchName) ? benches[benchName] : undefined;
  if (!load) throw new Error(`There is no benchmark '${benchName}'. Known: ${Object.keys(benches).join(', ')}.`);
  const bench = await load();
  const chosen = Object.entries(bench.parts).filter(([part]) => partName === undefined || part === partName);
  if (chosen.length === 0) throw new Error(`The benchmark '${benchName}' has no part '${String(partName)}'.`);
  return { ...bench, chosen };
}

async function runBench(name: string): Promise<void> {
  const { chosen, peers, publish } = await choose(name);
  const reports = [`# ${name}`, describeMachine(peers)];
  console.log(`${reports.join('\n\n')}\n`);
  for (const [part, measure] of chosen) {
    console.error(`  ${part} …`);
    const report = printReport(await measure());
    console.log(`${report}\n`);
    reports.push(report);
  }
  if (!values.save) return;
  writeFileSync(join(import.meta.dirname, 'results', `${name.replace('/', '-')}.md`), `${reports.join('\n\n')}\n`);
  writeSummary(name.split('/')[0] ?? name);
  if (!name.includes('/')) publish?.(reports.slice(1));
}

try {
  const names = positionals.length > 0 ? positionals : Object.keys(benches);
  const all = await Promise.all(names.map(choose));
  if (values.list) {
    for (const [index, { chosen }] of all.entries()) {
      for (const [part] of chosen) console.log(`${names[index]?.split('/')[0]}/${part}`);
    }
  } else for (const name of names) await runBench(name);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  // Servers that still run end with this process.
  process.exit(1);
}
