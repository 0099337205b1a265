import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The run in which every sample of the site was carried out by its own interpreter. */
export interface SamplesRan {
  commit: string;
  /** When it ended, in ISO 8601. */
  date: string;
}

/** `npm test` under `CI` writes it once all samples have passed. */
export const SAMPLES_RAN_FILE = '.ci/samples-ran.json';

/** The run of the commit that is checked out; undefined where there was none: then nothing is claimed. */
export function samplesRan(): SamplesRan | undefined {
  try {
    const { commit, date } = JSON.parse(readFileSync(SAMPLES_RAN_FILE, 'utf8')) as SamplesRan;
    return commit === checkedOut() && !Number.isNaN(Date.parse(date)) ? { commit, date } : undefined;
  } catch {
    return undefined;
  }
}

/** The commit that is checked out, with nothing changed since; '' where there are changes. */
export function checkedOut(): string {
  const git = (...args: string[]) =>
    execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return git('status', '--porcelain', '--untracked-files=no') === '' ? git('rev-parse', 'HEAD').trim() : '';
}
