import { lazy } from '../../lazy.ts';
import { useLazy } from '../../ui/fields/use-lazy.ts';
import type { Session } from '../session.ts';

export const credentialsChunk = lazy(() => import('./credentials.chunk.ts'));

/** The chunk once it has come. It is fetched where the session has anything of the reader's own. */
export function useCredentials(session: Session): typeof credentialsChunk.value {
  return useLazy(credentialsChunk, session.hasSecrets).value;
}
