import type { Failure } from '../failures.ts';
import { CopyButton } from './CopyButton.tsx';

/** Why there is no answer, and what to do. */
export function FailureView({ failure: { title, explanation, command } }: { failure: Failure }) {
  return (
    <div class="ob-notice" data-tone="error">
      <p>
        <strong>{title}.</strong> {explanation}
      </p>
      {command !== undefined && (
        <p class="ob-command">
          <code>{command}</code>
          <CopyButton text={command} label="Copy the command" />
        </p>
      )}
    </div>
  );
}
