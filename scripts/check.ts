// `npm run check`: types, lint, format and generated files. All of them run, so one call shows every fault.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.ts';

const checks: [name: string, ...command: string[]][] = [
  ['types', 'astro', 'check', '--minimumSeverity', 'warning'],
  ['lint', 'eslint', '.', '--max-warnings', '0', '--cache', '--cache-location', 'node_modules/.cache/eslint/'],
  ['format', 'prettier', '.', '--check', '--log-level', 'warn', '--cache'],
  ['generated files', process.execPath, 'scripts/generate.ts', '--check'],
];

const failed: string[] = [];
for (const [name, program = '', ...args] of checks) {
  if (name === 'generated files' && !existsSync(join(root, 'scripts/generate.ts'))) continue;
  const began = performance.now();
  const { status } = spawnSync(program, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${status === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
  if (status !== 0) failed.push(name);
}
if (failed.length > 0) {
  console.error(`Failed: ${failed.join(', ')}`);
  process.exit(1);
}
