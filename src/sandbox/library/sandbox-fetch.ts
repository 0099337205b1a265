import { untilAborted } from '../until-aborted.ts';
import type { Respond } from './control-request.ts';

/**
 * Answers as `fetch` would if the API were there, and sends nothing. Of the address only path and query count, so it takes those of
 * the live API, and a path alone. Redirects are not followed.
 */
export type SandboxFetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** What a path alone is taken to be of. */
const API = 'https://api.orbinto.com';

export function fetchWith(respond: Respond): SandboxFetch {
  return async (input, init) => {
    const request = new Request(typeof input === 'string' ? new URL(input, API) : input, init);
    const { signal } = request;
    signal.throwIfAborted();
    // A client that gives up gets its own reason, as from `fetch`, though the sandbox has done what it was asked.
    return untilAborted(respond(request), signal);
  };
}
