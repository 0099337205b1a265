import { execFileSync } from 'node:child_process';
import { checkedOut } from '../../src/site/facts/measurement.ts';
import { root } from '../paths.ts';

/** What the title page says: the API's version and, where they are known, the date and the commit of the text. */
export function editionOf(version: string, folder = root): string {
  const [date, commit] = lastCommit(folder);
  const state = commit !== '' && checkedOut(folder) === '' ? `${commit} and later changes` : commit;
  return [`Version ${version}`, dateText(date), state && `commit ${state}`].filter(Boolean).join(' · ');
}

function lastCommit(folder: string): [date: string, commit: string] {
  const args = ['log', '-1', '--format=%cI %h'];
  try {
    const text = execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    const [date = '', commit = ''] = text.trim().split(' ');
    return [date, commit];
  } catch {
    return ['', ''];
  }
}

function dateText(date: string): string {
  if (date === '') return '';
  return new Date(date).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}
