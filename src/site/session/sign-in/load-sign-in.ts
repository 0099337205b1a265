import { lazy } from '../../lazy.ts';

/** The dialog in which a reader signs in. */
export const signInChunk = lazy(() => import('./open-sign-in.chunk.ts'));

/** What renews a sign-in, and ends it. */
export const renewChunk = lazy(() => import('./renew.chunk.ts'));
