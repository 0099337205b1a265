/** Offers tools to the agent of a browser that has WebMCP. Elsewhere nothing of it is loaded. @see https://webmachinelearning.github.io/webmcp/ */
import { lazy } from '../lazy.ts';

if ('modelContext' in document) lazy(() => import('./offer.chunk.ts')).preload();
