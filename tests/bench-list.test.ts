import { execFileSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { root } from '../scripts/paths.ts';

test('every benchmark can be loaded by Node, and names its parts', () => {
  const listed = execFileSync(process.execPath, ['bench/run.ts', '--list'], { cwd: root, encoding: 'utf8' });
  const parts = listed.trim().split('\n');
  const folders = globSync('bench/*/parts.ts', { cwd: root }).map((path) => path.split(/[\\/]/)[1]);
  expect([...new Set(parts.map((part) => part.split('/')[0]))].sort()).toEqual(folders.sort());
  expect(parts).toEqual(expect.arrayContaining(['sandbox/throughput', 'console/open', 'reference/lighthouse']));
});
