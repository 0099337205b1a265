import type { Outcome } from '../exchange.ts';
import { formatTime, reasonOf } from '../format.ts';

/** Tells a screen reader what happens, once each time; the answer itself is left to be read at will. */
export function Announcement({ sending, outcome }: { sending: boolean; outcome: Outcome | undefined }) {
  return (
    <p role="status" class="ob-hidden">
      {sending ? 'Sending' : outcome ? words(outcome) : ''}
    </p>
  );
}

function words(outcome: Outcome): string {
  if (outcome.kind === 'failure') return `No response. ${outcome.failure.title}. ${outcome.failure.explanation}`;
  return `Response: ${outcome.status} ${reasonOf(outcome.status)}, after ${formatTime(outcome.milliseconds)}`;
}
