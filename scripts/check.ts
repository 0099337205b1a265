// `npm run check`: types, lint, format and generated files. All of them run, side by side, so one call shows every fault.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.ts';
import type { Counts } from './test-report.ts';

const checks: [name: string, ...command: string[]][] = [
  // Types too, by the compiler that the lint asks about types anyway; generated files are not linted.
  ['types and lint', 'oxlint'],
  ['types of the rest', 'astro', 'check', '--minimumSeverity', 'warning', '--tsconfig', 'tsconfig.astro.json'],
  ['format', 'prettier', '.', '--check', '--log-level', 'warn', '--cache'],
  ['generated files', process.execPath, 'scripts/generate.ts', '--check'],
  ['announced changes', process.execPath, 'scripts/announced.ts'],
];

/** Runs one check and tells what it printed when it is done. Whether it passed. */
async function runCheck([name, program = '', ...args]: (typeof checks)[number]): Promise<boolean> {
  const began = performance.now();
  const child = spawn(program, args, { cwd: root, shell: process.platform === 'win32' });
  let output = '';
  const note = (text: Buffer): void => void (output += text.toString());
  child.stdout.on('data', note);
  child.stderr.on('data', note);
  const code = await new Promise<number | null>((resolve) => {
    child.on('error', (error) => note(Buffer.from(`${error.message}\n`)));
    child.on('close', resolve);
  });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${code === 0 ? '' : output}${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
  return code === 0;
}

/** Runs all checks. In a fresh clone Astro first writes the types of its virtual modules, which two of them read. */
export async function runChecks(): Promise<Counts> {
  if (!existsSync(join(root, '.astro/types.d.ts'))) await runCheck(['types of Astro', 'astro', 'sync']);
  const results = await Promise.all(checks.map(runCheck));
  const failures = checks.filter((_, index) => !results[index]).map(([name]) => `check: ${name}`);
  return { passed: checks.length - failures.length, failed: failures.length, skipped: 0, failures };
}

if (import.meta.main) {
  const { failed } = await runChecks();
  process.exitCode = failed === 0 ? 0 : 1;
}
