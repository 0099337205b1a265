// `npm test`: the checks, all tests of the code, then those of the built site, of the code that it shows, and in browsers; ends
// with the counts.
// It leaves out what takes long and seldom fails alone; a stage that is named, and `npm test -- full`, runs all there is.
// `npm test -- unit contract` runs some of the stages, `npm test -- src/openapi` the tests of files and folders,
// `npm test -- --changed` what depends on uncommitted changes.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, normalize, sep } from 'node:path';
import { keepMeasurement } from '../src/site/facts/measurement.ts';
import { SAMPLES_RAN } from '../src/site/facts/samples-ran.ts';
import { buildSite } from './build.ts';
import { EDGE_SUITES, QUICK_EDGE_SUITES } from './edge/suites.ts';
import { edgeTools, hasEdgeTools } from './edge/tools.ts';
import { runChecks } from './check.ts';
import { root } from './paths.ts';
import { forgetStaleMeasurements, measured } from './quality/measured-stage.ts';
import { sampleRuns } from './quality/sample-runs.ts';
import { failedOnce, readReport, sum } from './test-report.ts';
import type { Counts } from './test-report.ts';
import { prepareTestTools } from './test-tools.ts';

const reports = mkdtempSync(join(tmpdir(), 'reports-'));
const { resolve } = createRequire(import.meta.url);

const stages = {
  check: runChecks,
  unit: () => project('unit'),
  contract: () => measured((env) => vitest('contract', ['--project', 'contract'], env)),
  slow: () => measured((env) => vitest('slow', ['--project', 'slow'], { ...env, ...(!isWhole('slow') && QUICK) })),
  dist: () => measured((env) => vitest('dist', ['--project', 'dist'], env)),
  samples: () => runSamples(),
  edge: () => runEdge(),
  browser: () => playwright(),
};

type StageName = keyof typeof stages;

/** A run of all stages, and of all that each of them has. */
const FULL = 'full';
/** Tells the runners' configurations to leave out what takes long. */
const QUICK = { QUICK_TESTS: '1' };
const isFull = process.argv.includes(FULL);
const isWhole = (stage: StageName): boolean => isFull || process.argv.includes(stage);

/** Runs a tool's script to its end and gives its exit code; null if a signal ended it. */
async function run(script: string, args: string[], env: Record<string, string>): Promise<number | null> {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const stop = (signal: NodeJS.Signals) => void child.kill(signal);
  process.on('SIGTERM', stop).on('SIGINT', stop);
  const [code] = (await once(child, 'exit')) as [number | null];
  process.off('SIGTERM', stop).off('SIGINT', stop);
  return code;
}

/** @param name tells the report from those of other calls */
async function vitest(name: string, options: readonly string[], env: Record<string, string> = {}): Promise<Counts> {
  const file = join(reports, `${name}.json`);
  const cli = join(resolve('vitest/package.json'), '..', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  return readReport('vitest', file, await run(cli, ['run', ...options, ...reporters], env));
}

const project = (name: string, ...options: string[]): Promise<Counts> => vitest(name, ['--project', name, ...options]);

/** All that pages show as code. Under CI the build is told that it ran: pages say at which commit. */
async function runSamples(): Promise<Counts> {
  const counts = await project('samples');
  if (process.env.CI && counts.failed === 0 && counts.passed > 0)
    keepMeasurement(SAMPLES_RAN, sampleRuns(JSON.parse(readFileSync(join(reports, 'samples.json'), 'utf8'))), root);
  return counts;
}

async function playwright(...paths: string[]): Promise<Counts> {
  const file = join(reports, 'playwright.json');
  const args = ['test', ...paths, '--reporter=list,json'];
  const isQuick = paths.length === 0 && !isWhole('browser');
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: file, ...(isQuick && QUICK) };
  const code = await run(resolve('@playwright/test/cli'), args, env);
  return readReport('playwright', file, code);
}

/**
 * The suites of the sandbox against the hosted one, on workerd: the same tests, told so by the environment. A run of all stages takes
 * those that are quick; `npm test -- edge` takes all.
 */
async function runEdge(): Promise<Counts> {
  const isAll = isWhole('edge');
  if (!hasEdgeTools() && !process.env.CI && !isAll) {
    console.log('workerd is not installed here, and the hosted sandbox not tested: npm run edge gets it.');
    return { passed: 0, failed: 0, skipped: 0 };
  }
  await edgeTools();
  const results: Counts[] = [];
  for (const [name, files] of Object.entries(isAll ? EDGE_SUITES : QUICK_EDGE_SUITES))
    results.push(await vitest(`edge-${name}`, ['--project', name, ...files], { SANDBOX_ENGINE: 'workerd' }));
  return sum(results);
}

/** Tests that import, however far away, a file that differs from the last commit. */
async function runChanged(): Promise<Counts> {
  const options = ['--changed', '--passWithNoTests'];
  return sum([await project('unit', ...options), await project('contract', ...options)]);
}

/** One stage: its title, its time, and a failure instead of an end where it throws. */
async function runStage(title: string, work: () => Promise<Counts>): Promise<Counts> {
  console.log(`\n── ${title}`);
  const began = performance.now();
  const counts = await work().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return failedOnce(`${title}: ${String(error)}`);
  });
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(`── ${title}: ${counts.passed} passed, ${counts.failed} failed, ${seconds} s`);
  return counts;
}

/** What makes the site anew where it is stale: once, however many ask. */
let built: Promise<Counts> | undefined;

async function build(): Promise<Counts> {
  await buildSite({ onlyIfStale: true });
  return { passed: 1, failed: 0, skipped: 0 };
}

/** One stage that reads the built site; nothing more where it could not be built. */
async function runOnSite(title: string, work: () => Promise<Counts>): Promise<Counts[]> {
  const isFirst = built === undefined;
  built ??= runStage('build', build);
  const ofBuild = await built;
  const ofWork = ofBuild.failed === 0 ? [await runStage(title, work)] : [];
  return isFirst ? [ofBuild, ...ofWork] : ofWork;
}

/** Stages that read the built site. */
const ofSite: ReadonlySet<StageName> = new Set<StageName>(['dist', 'samples', 'browser']);
/** Stages that run other programs. */
const withTools: ReadonlySet<StageName> = new Set<StageName>(['slow', 'samples', 'browser']);

function isStage(name: string): name is StageName {
  return Object.hasOwn(stages, name);
}

async function runStages(names: readonly StageName[]): Promise<Counts[]> {
  const results: Counts[] = [];
  for (const name of names) {
    if (ofSite.has(name)) results.push(...(await runOnSite(name, stages[name])));
    else results.push(await runStage(name, stages[name]));
  }
  return results;
}

/** Tests of files and folders: those in browsers, those of the built site, and all others. */
async function runPaths(paths: readonly string[]): Promise<Counts[]> {
  const below = (...folders: string[]) =>
    paths.filter((path) =>
      folders.some((folder) => `${normalize(path)}${sep}`.startsWith(join('tests', folder) + sep)),
    );
  const inBrowsers = below('e2e', 'engines');
  const onDist = below('dist', 'samples');
  const others = paths.filter((path) => !inBrowsers.includes(path) && !onDist.includes(path));
  return [
    ...(others.length > 0 ? [await runStage('tests', () => vitest('paths', others))] : []),
    ...(onDist.length > 0 ? await runOnSite('tests of the site', () => vitest('site', onDist)) : []),
    ...(inBrowsers.length > 0 ? await runOnSite('browser', () => playwright(...inBrowsers)) : []),
  ];
}

async function main(words: readonly string[]): Promise<void> {
  const isChanged = words.includes('--changed');
  const chosen = words.filter((word) => word !== '--changed' && word !== FULL);
  const paths = chosen.filter((word) => !isStage(word));
  const unknown = paths.filter((path) => !existsSync(join(root, path)));
  if (unknown.length > 0) {
    console.error(
      `Neither a stage nor a file: ${unknown.join(', ')}. Stages: ${Object.keys(stages).join(', ')}; or ${FULL}; or paths; or --changed.`,
    );
    process.exitCode = 1;
    return;
  }
  const names = words.length > 0 && !isFull ? chosen.filter(isStage) : (Object.keys(stages) as StageName[]);
  if (names.some((name) => withTools.has(name))) await prepareTestTools(isWhole('slow'));
  if (process.env.CI && (isFull || words.length === 0)) forgetStaleMeasurements();
  const results = [...(await runStages(names)), ...(await runPaths(paths))];
  if (isChanged) results.push(await runStage('changed', runChanged));
  const { passed, failed, skipped, failures = [], flaky = [] } = sum(results);
  if (flaky.length > 0)
    console.log(['', 'Passed on a second try only:', ...flaky.map((each) => `  ? ${each}`)].join('\n'));
  if (failures.length > 0) console.log(['', 'Failed:', ...failures.map((each) => `  ✗ ${each}`)].join('\n'));
  if (skipped > 0) console.log(`\n${skipped} skipped`);
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

await main(process.argv.slice(2)).finally(() => rmSync(reports, { recursive: true }));
