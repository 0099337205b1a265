import { useEffect, useReducer } from 'preact/hooks';
import type { Session } from '../session.ts';

/** Renders the component again whenever the session changes. */
export function useSession(session: Session): void {
  const [, refresh] = useReducer((count: number) => count + 1, 0);
  useEffect(() => session.subscribe(() => refresh(undefined)), [session]);
}
