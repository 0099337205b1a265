import { lazy } from '../../lazy.ts';

/** What shows a response. It is fetched when the reader sends, beside the request: the form does not wait for it. */
export const responseChunk = lazy(() => import('./response.chunk.ts'));
