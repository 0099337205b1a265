import { useState } from 'preact/hooks';
import { pageSandbox } from '../session/environments.ts';
import type { Session } from '../session/session.ts';
import { copyLater } from '../ui/copy-later.ts';
import { saveFile } from '../ui/save-file.ts';
import { linkToReplay } from './replay-link.ts';
import { sitePath } from '../ui/site-path.ts';
import { PLAYER } from './take-fragment.ts';

/** Why there is no link; the message is for the reader. */
class NoLink extends Error {}

/** The session of this tab as a link, or as a file where it is too long for one. */
export function ReplayControls({ session }: { session: Session }) {
  const [said, setSaid] = useState('');
  const [file, setFile] = useState<Blob>();
  if (session.environment.id !== 'sandbox') return null;
  const copy = async () => {
    setSaid('');
    setFile(undefined);
    const link = makeLink(session.key, setFile);
    try {
      await copyLater(link);
      setSaid('The link is copied. It holds what this tab has sent, without keys and secrets.');
    } catch {
      // A clipboard that is given a promise tells nothing of why that failed.
      const reason = await link.then(
        () => undefined,
        (error: unknown) => error,
      );
      setSaid(reason instanceof NoLink ? reason.message : 'The browser did not let the page copy. Press again.');
    }
  };
  return (
    <div class="ob-replay-controls">
      <p class="ob-actions">
        <button type="button" class="ob-button" onClick={() => void copy()}>
          Copy replay link
        </button>
        {file && (
          <button type="button" class="ob-button" onClick={() => saveFile('orbinto-replay.json', file)}>
            Save as a file
          </button>
        )}
        <a href={PLAYER}>Open a replay</a>
      </p>
      <p class="ob-field-hint" aria-live="polite">
        {said}
      </p>
    </div>
  );
}

/** @param tooLong is given the session as a file where no link holds it */
async function makeLink(key: string, tooLong: (file: Blob) => void): Promise<string> {
  const recorded = await (await pageSandbox.load()).replay(key);
  if (recorded === undefined || recorded?.steps.length === 0) {
    throw new NoLink('This tab has sent nothing to the workspace since the last reset.');
  }
  if (recorded === null) {
    throw new NoLink('The session is longer than a replay may be. Reset the sandbox to begin a new one.');
  }
  const link = await linkToReplay(recorded, new URL(sitePath(PLAYER), location.href).href);
  if (link !== undefined) return link;
  tooLong(new Blob([JSON.stringify(recorded, null, 2)], { type: 'application/json' }));
  throw new NoLink('The session is too long for a link. Save it as a file, and open that.');
}
