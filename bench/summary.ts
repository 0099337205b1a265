import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printTable } from './report.ts';

const README = join(import.meta.dirname, 'README.md');
const RESULTS = join(import.meta.dirname, 'results');

interface Row {
  part: string;
  /** Of the run, `2026-11-25`. */
  date: string;
  /** Goal, to reach, reached, mark. */
  cells: string[];
}

/** Writes the goals of the saved runs of a benchmark into the README, where it has a place for them. */
export function writeSummary(name: string): void {
  const readme = readFileSync(README, 'utf8');
  const written = withSummary(readme, name, summaryOf(savedRuns(name)));
  if (written !== readme) writeFileSync(README, written);
}

/** The saved tables of a benchmark: of all of it, and of parts that were run alone. */
export function savedRuns(name: string): string[] {
  return globSync([`${name}.md`, `${name}-*.md`], { cwd: RESULTS })
    .sort()
    .map((file) => readFileSync(join(RESULTS, file), 'utf8'));
}

/** One table of the goals in saved runs; of a part that was run more than once, those of the last time. */
export function summaryOf(runs: readonly string[]): string {
  const parts = new Map<string, Row[]>();
  for (const rows of runs.flatMap(partsOf)) {
    const [{ part, date }] = rows;
    const [known] = parts.get(part) ?? [];
    if (known === undefined || date >= known.date) parts.set(part, rows);
  }
  return printTable(
    ['part', 'run on', 'goal', 'to reach', 'reached', ''],
    [...parts.values()].flat().map(({ part, date, cells }) => [part, date, ...cells]),
  );
}

/** The README with the table between its marks. */
export function withSummary(readme: string, name: string, summary: string): string {
  const [begin, end] = [`<!-- goals of ${name}: written by --save -->`, `<!-- end of ${name} -->`];
  const from = readme.indexOf(begin);
  const to = readme.indexOf(end);
  if (from < 0 || to < from) return readme;
  return `${readme.slice(0, from)}${begin}\n\n${summary}\n\n${readme.slice(to)}`;
}

/** The goals of each part that has some. */
function partsOf(run: string): [Row, ...Row[]][] {
  const [, date = ''] = /^(\d{4}-\d\d-\d\d) ·/m.exec(run) ?? [];
  return run
    .split(/^## /m)
    .slice(1)
    .flatMap((section) => {
      const [part = ''] = section.split('\n');
      const [, table = ''] = /^\| goal .*\n.*\n((?:\|.*\n?)*)/m.exec(section) ?? [];
      const rows = table.split('\n').filter((line) => line !== '');
      const [first, ...others] = rows.map((row): Row => ({ part, date, cells: cellsOf(row) }));
      return first ? [[first, ...others]] : [];
    });
}

function cellsOf(row: string): string[] {
  return row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}
