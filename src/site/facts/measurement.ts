import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where runs of tests and benchmarks leave what they measured: a file each. Git ignores them. */
export const MEASUREMENTS = '.ci';

/** When and of what something was measured. */
export interface Measured {
  commit: string;
  /** When it ended, in ISO 8601. */
  date: string;
}

/** The file of a measurement. @param folder The root of the repository. */
export function measurementFile(name: string, folder = '.'): string {
  return join(folder, MEASUREMENTS, `${name}.json`);
}

/** What a file of a measurement holds; undefined where it is none. */
export function readMeasurement(name: string, folder = '.'): (Measured & Record<string, unknown>) | undefined {
  try {
    const value = JSON.parse(readFileSync(measurementFile(name, folder), 'utf8')) as Partial<Measured> | null;
    const { commit, date } = value ?? {};
    if (typeof commit !== 'string' || commit === '' || typeof date !== 'string' || Number.isNaN(Date.parse(date)))
      return undefined;
    return { ...value, commit, date };
  } catch {
    return undefined;
  }
}

/** Keeps what a run has measured, unless files have changed since the commit: nobody could tell of what it is true then. */
export function keepMeasurement(name: string, figures: object, folder = '.'): void {
  const commit = checkedOut(folder);
  if (commit === '') return;
  mkdirSync(join(folder, MEASUREMENTS), { recursive: true });
  const text = JSON.stringify({ commit, date: new Date().toISOString(), ...figures }, null, 2);
  writeFileSync(measurementFile(name, folder), `${text}\n`);
}

/** The commit that is checked out, with nothing changed since; '' where there are changes, or no history. */
export function checkedOut(folder = '.'): string {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    return git('status', '--porcelain', '--untracked-files=no') === '' ? git('rev-parse', 'HEAD').trim() : '';
  } catch {
    return '';
  }
}
