// `npm test`: unit, contract and architecture tests, then the built site's files, then Chromium; ends with the counts.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSite } from './build.ts';
import { ensureChromium } from './chromium.ts';
import { root } from './paths.ts';
import { readReport, sum } from './test-report.ts';
import type { Counts } from './test-report.ts';

const reports = mkdtempSync(join(tmpdir(), 'reports-'));
const { resolve } = createRequire(import.meta.url);
const failure: Counts = { passed: 0, failed: 1, skipped: 0 };

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

async function vitest(...projects: string[]): Promise<Counts> {
  const file = join(reports, `${projects.join('-')}.json`);
  const cli = join(resolve('vitest/package.json'), '..', 'vitest.mjs');
  const selected = projects.flatMap((project) => ['--project', project]);
  const args = ['run', ...selected, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  return readReport('vitest', file, await run(cli, args, {}));
}

async function playwright(): Promise<Counts> {
  const file = join(reports, 'playwright.json');
  const env = { CHROMIUM_PATH: ensureChromium(), PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  const code = await run(resolve('@playwright/test/cli'), ['test', '--reporter=list,json'], env);
  return readReport('playwright', file, code);
}

/** One stage: its title, its time, and a failure instead of an end where it throws. */
async function stage(title: string, work: () => Promise<Counts>): Promise<Counts> {
  console.log(`\n── ${title}`);
  const began = performance.now();
  const counts = await work().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return failure;
  });
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(`── ${title}: ${counts.passed} passed, ${counts.failed} failed, ${seconds} s`);
  return counts;
}

async function build(): Promise<Counts> {
  await buildSite({ onlyIfStale: true });
  return { passed: 1, failed: 0, skipped: 0 };
}

const results = [await stage('Code', () => vitest('code', 'components')), await stage('Build', build)];
if (results[1]?.failed === 0) {
  results.push(await stage('Files of the site', () => vitest('dist')), await stage('Browser', playwright));
}
rmSync(reports, { recursive: true });
const { passed, failed, skipped } = sum(results);
if (skipped > 0) console.log(`\n${skipped} skipped`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
