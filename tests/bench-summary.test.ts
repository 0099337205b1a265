import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { savedRuns, summaryOf, withSummary } from '../bench/summary.ts';

const readme = readFileSync(join(import.meta.dirname, '../bench/README.md'), 'utf8');
const run = (date: string, part: string, reached: string): string =>
  `# x\n\n${date} · a machine\n\n## ${part}\n\nHow.\n\n| a |\n| - |\n| 1 |\n\n| goal | to reach | reached | |\n| - | - | - | - |\n| fast | ≤ 2 s | ${reached} | ✓ |\n`;

test('bench/README.md has the goals of the saved runs of the reference, as --save writes them', () => {
  const summary = summaryOf(savedRuns('reference'));
  expect(summary.split('\n').length).toBeGreaterThan(2);
  expect(readme).toContain(summary);
  expect(withSummary(readme, 'reference', summary)).toBe(readme);
});

test('of a part that was run again the last run counts, the others stay', () => {
  const rows = summaryOf([
    run('2026-01-01', 'Build', '1 s'),
    run('2026-01-02', 'Page', '5 s'),
    run('2026-01-03', 'Build', '2 s'),
  ])
    .split('\n')
    .slice(2)
    .map((row) => row.split('|').map((cell) => cell.trim()));
  expect(rows).toEqual([
    ['', 'Build', '2026-01-03', 'fast', '≤ 2 s', '2 s', '✓', ''],
    ['', 'Page', '2026-01-02', 'fast', '≤ 2 s', '5 s', '✓', ''],
  ]);
});

test('a README without a place for them stays as it is', () => {
  expect(withSummary('# x\n', 'reference', '| a |')).toBe('# x\n');
});
