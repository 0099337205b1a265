import { resetWarning, TwoSteps } from '../../ui/TwoSteps.tsx';

interface ConflictOfferProps {
  /** Set where the body has an email to replace. */
  onFreshEmail: (() => void) | undefined;
  /** Set where the console can reset the environment. */
  onReset: (() => void) | undefined;
}

/** What a reader may do about a 409. */
export function ConflictOffer({ onFreshEmail, onReset }: ConflictOfferProps) {
  if (onFreshEmail === undefined && onReset === undefined) return null;
  const freshEmail = onFreshEmail && (
    <button type="button" class="ob-button" onClick={onFreshEmail}>
      Send with a fresh email
    </button>
  );
  return (
    <div class="ob-notice" data-tone="warn">
      <p>The sandbox keeps what earlier calls did. To get past the conflict:</p>
      {onReset ? (
        <TwoSteps
          label="Reset the sandbox and send"
          warning={resetWarning}
          confirm="Reset and send"
          onConfirm={onReset}
        >
          {freshEmail}
        </TwoSteps>
      ) : (
        <p class="ob-actions">{freshEmail}</p>
      )}
    </div>
  );
}
