import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Session } from '../session.ts';
import { Field, describedBy } from '../../ui/fields/Field.tsx';

interface KeyFieldProps {
  id: string;
  session: Session;
  problem: string | undefined;
  /** Id of the text that tells which key is needed. */
  hintId: string;
  /** Beside the label. */
  marks: ComponentChildren;
}

/**
 * The key of the chosen environment. A text field drawn as dots rather than a password field: a browser would offer
 * to store a password, and a key must stay in this page's memory.
 */
export function KeyField({ id, session, problem, hintId, marks }: KeyFieldProps) {
  const { environment, key } = session;
  const [revealedIn, setRevealedIn] = useState<string>();
  // A sandbox key opens sample data only and is no secret.
  const seeded = key === environment.defaultKey || (environment.id !== 'live' && key.startsWith('sk_test_'));
  const revealed = seeded || revealedIn === environment.id;
  return (
    <Field id={id} label="API key" problem={problem} marks={marks}>
      <div class="ob-key" data-hidden={revealed ? undefined : ''}>
        <input
          id={id}
          data-field="key"
          {...describedBy(id, undefined, problem, hintId)}
          type="text"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          data-1p-ignore
          data-lpignore="true"
          placeholder={environment.id === 'live' ? 'sk_live_…' : 'sk_test_…'}
          value={key}
          onInput={(event) => session.setKey(event.currentTarget.value)}
        />
        {!seeded && (
          <button
            type="button"
            class="ob-link"
            aria-pressed={revealed}
            onClick={() => setRevealedIn(revealed ? undefined : environment.id)}
          >
            {revealed ? 'Hide' : 'Show'}
            <span class="ob-hidden"> key</span>
          </button>
        )}
      </div>
    </Field>
  );
}
