import { CopyButton } from '../ui/CopyButton.tsx';

export interface WebhookWithSecret {
  id: string;
  url: string;
  secret: string;
}

/** The secrets that webhooks were given anew: by an import, which has none in it, or by a rotation. */
export function Secrets({ webhooks, onDismiss }: { webhooks: readonly WebhookWithSecret[]; onDismiss: () => void }) {
  return (
    <div class="ob-notice" role="group" aria-label="New secrets">
      <p>
        <strong>Each webhook has a new secret.</strong> Keep what you need: they are shown this once.
      </p>
      <ul class="ob-panel-secrets">
        {webhooks.map(({ id, url, secret }) => (
          <li key={id}>
            <span class="ob-panel-muted">{url}</span>
            <span class="ob-command">
              <code>{secret}</code>
              <CopyButton text={secret} label={`Copy the secret of ${id}`} />
            </span>
          </li>
        ))}
      </ul>
      <p>
        <button type="button" class="ob-button" onClick={onDismiss}>
          Hide the secrets
        </button>
      </p>
    </div>
  );
}
