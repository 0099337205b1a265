import type { Problem } from './problems.ts';

interface ProblemNoticeProps {
  problems: Problem[];
  onSendAnyway: () => void;
}

/** How many problems are listed; each field tells its own. */
const shownProblems = 3;

/** After a Send that was held back: why, and a way to send all the same where there is something to send. */
export function ProblemNotice({ problems, onSendAnyway }: ProblemNoticeProps) {
  if (problems.length === 0) return null;
  const sendable = problems.every(({ blocking }) => !blocking);
  return (
    <div class="ob-notice" data-tone="warn" role="alert">
      <p>Not sent: {problems.slice(0, shownProblems).map(sentence).join(' ')}</p>
      {problems.length > shownProblems && <p>And {problems.length - shownProblems} more.</p>}
      {sendable && (
        <p class="ob-actions">
          <button type="button" class="ob-button" onClick={onSendAnyway}>
            Send anyway
          </button>
        </p>
      )}
    </div>
  );
}

function sentence({ place, message }: Problem): string {
  return place === undefined ? message : `${place}: ${message}`;
}
