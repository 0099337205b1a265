import { useEffect, useState } from 'preact/hooks';
import { useSession } from '../fields/use-session.ts';
import type { Session } from '../session.ts';
import { makeWorkspace } from './make-workspace.ts';

/** Milliseconds between two looks at what is left of the workspace. */
const interval = 30_000;

/** The reader's workspace in the hosted sandbox: made when there is none, remembered, and how long it still lives. */
export function HostedWorkspace({ session }: { session: Session }) {
  useSession(session);
  const [problem, setProblem] = useState<string>();
  const [tries, setTries] = useState(0);
  const [now, setNow] = useState(Date.now());
  const { workspace, environment } = session;
  const isNeeded = workspace === undefined && session.key === '';
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), interval);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    if (!isNeeded) return;
    setProblem(undefined);
    let isOver = false;
    void makeWorkspace(environment).then((made) => {
      // The reader may have chosen another environment meanwhile.
      if (isOver || session.environment.id !== environment.id) return;
      if (typeof made === 'string') setProblem(made);
      else session.useWorkspace(made);
    });
    return () => {
      isOver = true;
    };
  }, [isNeeded, tries]);
  return (
    <p class="ob-field-hint" role="status">
      {isNeeded && problem === undefined && 'Making a workspace for you…'}
      {isNeeded && problem !== undefined && (
        <>
          {problem}{' '}
          <button type="button" class="ob-link" onClick={() => setTries(tries + 1)}>
            Try again
          </button>
        </>
      )}
      {workspace?.expiresAt &&
        `Your workspace ends in ${inWords(workspace.expiresAt - now)}. This browser remembers it.`}
    </p>
  );
}

/** `23 hours`, `1 minute`: rounded down, so that nobody counts on more. */
function inWords(milliseconds: number): string {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  const [count, unit] = minutes >= 120 ? [Math.floor(minutes / 60), 'hour'] : [minutes, 'minute'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
