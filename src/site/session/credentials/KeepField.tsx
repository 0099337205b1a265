import type { Session } from '../session.ts';
import { idleLimit } from '../tab-store.ts';

/** Lets the reader keep keys and sign-ins for the tab, or forget them. Shown once there is one that is not public. */
export function KeepField({ session }: { session: Session }) {
  if (!session.hasSecrets) return null;
  return (
    <div class="ob-keep">
      <label>
        <input type="checkbox" checked={session.kept} onChange={(event) => session.keep(event.currentTarget.checked)} />{' '}
        Keep for this tab
      </label>
      <span class="ob-field-hint">
        {session.kept
          ? `Ends with it, or after ${idleLimit / 60_000} idle minutes.`
          : 'Now in this page’s memory only.'}
      </span>
      <button type="button" class="ob-link" onClick={() => session.forget()}>
        Forget<span class="ob-hidden"> keys and sign-ins</span>
      </button>
    </div>
  );
}
