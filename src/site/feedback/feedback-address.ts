import { execFileSync } from 'node:child_process';
import { checkFeedbackAddress } from './feedback-link.ts';

const configured = import.meta.env.PUBLIC_FEEDBACK_ADDRESS as string | undefined;

/** Where readers write to, as configured when the site is built; undefined where nothing is. */
export const feedbackAddress: string | undefined = configured ? checkFeedbackAddress(configured) : undefined;

/** The commit of this build, short; empty where the files have come without their history. */
export const commit: string = readCommit();

function readCommit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return '';
  }
}
