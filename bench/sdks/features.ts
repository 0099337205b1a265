import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/paths.ts';
import { sdkModel } from '../../src/generators/sdk/model.ts';
import { loadDocument, loadPolicies, SPEC_FILE } from '../../src/openapi/document/load.ts';
import type { Verdict } from '../../tests/sdks/judge.ts';
import { runners } from '../../tests/sdks/runners.ts';
import { readScenarios } from '../../tests/sdks/scenario.ts';
import type { Scenario } from '../../tests/sdks/scenario.ts';
import { verdictsOf } from '../../tests/sdks/verdicts.ts';
import type { Goal, Part } from '../report.ts';
import { contestants } from './contestants.ts';
import type { Contestant } from './contestants.ts';
import { generated } from './peers.ts';

const FEATURES = join(import.meta.dirname, 'features.yaml');
const AHEAD = 8;

type Verdicts = ReadonlyMap<string, Verdict>;

/** Which features each client has: every one by a scenario that it carries out. */
export async function features(): Promise<Part> {
  // What a client has nothing for is skipped, not failed.
  const scenarios = readScenarios(FEATURES).map((scenario) => ({ ...scenario, optional: true }));
  const model = sdkModel(await loadDocument(SPEC_FILE), await loadPolicies());
  const found: [Contestant, Verdicts][] = [];
  for (const contestant of contestants(await generated()))
    found.push([contestant, await verdictsOf(contestant.runner, scenarios, model)]);
  if (process.env['BENCH_REASONS']) tellReasons(found);
  return {
    title: 'Features',
    method:
      `Each line is a scenario of \`bench/sdks/features.yaml\`, carried out by each client against a server that the judge watches: ✓ it did ` +
      'what the line says, ✗ it did not, – it has nothing that could be tried. A client that never tries twice passes what forbids it. ' +
      'Generated clients are given retries, time-outs, hooks and paging where they have an option for them. Redocly’s pages go by ' +
      'number: its paging by cursor does not take this document’s pagination, which is one of two kinds. No generator at hand makes ' +
      `Ruby: beside ours stands net/http, as the reference’s samples use it. ${versions()}.`,
    columns: ['', ...found.map(([{ name }]) => name)],
    rows: [...scenarios.map((scenario) => row(scenario, found)), sums(scenarios, found)],
    goals: goals(scenarios, found),
  };
}

const MARKS: Readonly<Record<Verdict['outcome'], string>> = { passed: '✓', failed: '✗', skipped: '–' };

function row({ name, covers }: Scenario, found: readonly [Contestant, Verdicts][]): string[] {
  const marks = found.map(([, verdicts]) => {
    return MARKS[verdicts.get(name)?.outcome ?? 'failed'];
  });
  return [name.startsWith('…') ? name : `${covers}: ${name}`, ...marks];
}

const has = (verdicts: Verdicts, name: string): boolean => verdicts.get(name)?.outcome === 'passed';

function sums(scenarios: readonly Scenario[], found: readonly [Contestant, Verdicts][]): string[] {
  const count = (verdicts: Verdicts) => scenarios.filter(({ name }) => has(verdicts, name)).length;
  return [`**of ${scenarios.length}**`, ...found.map(([, verdicts]) => `**${count(verdicts)}**`)];
}

function goals(scenarios: readonly Scenario[], found: readonly [Contestant, Verdicts][]): Goal[] {
  return found.flatMap(([{ language, name, isOurs }, verdicts]) => {
    const ours = found.find(([one]) => one.isOurs && one.language === language)?.[1] ?? new Map<string, Verdict>();
    const lead = (mine: Verdicts, theirs: Verdicts) =>
      scenarios.filter((scenario) => has(mine, scenario.name) && !has(theirs, scenario.name)).length;
    if (isOurs) return [];
    return [
      { what: `${name}: features that only ours has`, reached: lead(ours, verdicts), unit: '', bound: { min: AHEAD } },
      { what: `${name}: features that only it has`, reached: lead(verdicts, ours), unit: '', bound: { max: 0 } },
    ];
  });
}

/** Of what took part, besides Node and the peers. */
function versions(): string {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/@redocly/cli/package.json'), 'utf8')) as {
    version: string;
  };
  const told = runners()
    .filter(({ language }) => /^(?:python|php|ruby)$/.test(language))
    .map(({ command: [program] }) => spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout)
    .map((text) => /^\w+ \d[\w.]*/.exec(text)?.[0] ?? 'a program that tells no version');
  return [`@redocly/cli ${version}`, ...told].join(', ');
}

/** With `BENCH_REASONS` set, what the judge found wrong. */
function tellReasons(found: readonly [Contestant, Verdicts][]): void {
  for (const [{ name }, verdicts] of found)
    for (const [scenario, { outcome, told }] of verdicts)
      if (outcome === 'failed') console.error(`${name} · ${scenario}: ${told.join(' | ').slice(0, 400)}`);
}
