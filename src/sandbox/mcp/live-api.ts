import { reference } from '../generated/reference.ts';
import { toRequest } from './api-request.ts';
import type { SendToApi } from './tools/call-api.ts';

/** Milliseconds that an answer may take. */
const PATIENCE = 30_000;

/** Sends to the live API. @param fetch of the network */
export function liveApi(key: string, fetch: (request: Request) => Promise<Response>): SendToApi {
  const headers = new Headers({ Authorization: `Bearer ${key}` });
  return (asked) => {
    const request = toRequest(reference.server, asked, headers);
    // A redirect would take the key to wherever it leads.
    return fetch(new Request(request, { redirect: 'error', signal: AbortSignal.timeout(PATIENCE) }));
  };
}
