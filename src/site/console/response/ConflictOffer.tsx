interface ConflictOfferProps {
  /** Set where the body has an email to replace. */
  onFreshEmail: (() => void) | undefined;
  /** Set where the console can reset the environment. */
  onReset: (() => void) | undefined;
}

/** What a reader may do about a 409. */
export function ConflictOffer({ onFreshEmail, onReset }: ConflictOfferProps) {
  if (onFreshEmail === undefined && onReset === undefined) return null;
  return (
    <div class="ob-notice" data-tone="warn">
      <p>The sandbox keeps what earlier calls did. To get past the conflict:</p>
      <p class="ob-actions">
        {onFreshEmail && (
          <button type="button" class="ob-button" onClick={onFreshEmail}>
            Send with a fresh email
          </button>
        )}
        {onReset && (
          <button type="button" class="ob-button" onClick={onReset}>
            Reset the sandbox and send
          </button>
        )}
      </p>
    </div>
  );
}
