import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/paths.ts';

const README = join(root, 'sdks/README.md');
const BEGIN = '<!-- written by `npm run bench -- sdks --save` -->';
const END = '<!-- end of what is written -->';

/** Writes the tables of a run into the README of the libraries, between its marks. */
export function publish(reports: readonly string[]): void {
  writeFileSync(README, withReports(readFileSync(README, 'utf8'), reports));
}

/** @param reports first the machine, then the parts; their titles become those of a section’s parts */
export function withReports(readme: string, reports: readonly string[]): string {
  const [from, to] = [readme.indexOf(BEGIN), readme.indexOf(END)];
  if (from < 0 || to < from) throw new Error('sdks/README.md has no place for the tables of the benchmark');
  const text = reports.map((report) => report.replace(/^## /m, '### ')).join('\n\n');
  return `${readme.slice(0, from)}${BEGIN}\n\n${text}\n\n${readme.slice(to)}`;
}
