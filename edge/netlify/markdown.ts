/**
 * Pages as Markdown, for those who would rather have that: an edge function for a site that Netlify hosts.
 * @see https://docs.netlify.com/build/edge-functions/api/
 */
import { negotiatePage } from '../../src/site/markdown-pages/negotiate.ts';

interface Context {
  /** What the host answers by itself. */
  next(): Promise<Response>;
}

export default function answer(request: Request, context: Context): Promise<Response> {
  return negotiatePage(request, (asked) => (asked.url === request.url ? context.next() : fetch(asked)));
}

export const config = { path: '/*', excludedPath: ['/_astro/*', '/pagefind/*'], method: ['GET', 'HEAD'] };
