import type { Outcome } from '../exchange.ts';
import { formatTime } from './measures.ts';
import { reasonOf } from './status.ts';

/** What a screen reader tells of an outcome, once; the answer itself is left to be read at will. */
export function announcementOf(outcome: Outcome): string {
  if (outcome.kind === 'failure') return `No response. ${outcome.failure.title}. ${outcome.failure.explanation}`;
  return `Response: ${outcome.status} ${reasonOf(outcome.status)}, after ${formatTime(outcome.milliseconds)}`;
}
