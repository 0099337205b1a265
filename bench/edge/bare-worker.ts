/** A worker whose object says one thing, with as many headers as an answer of the API: what the engine itself takes. */
import type { ObjectNamespace } from '../../src/sandbox/edge/runtime.ts';

const CONTACT = { id: 'con_abc123', email: 'jane@example.com', name: 'Jane Doe', company: 'Acme Inc', tags: ['vip'] };
const BODY = JSON.stringify({ ...CONTACT, created_at: '2026-03-02T09:00:00Z', updated_at: '2026-03-02T09:00:00Z' });
const HEADERS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, Retry-After',
  'Content-Type': 'application/json',
  'X-Content-Type-Options': 'nosniff',
  'X-RateLimit-Limit': '1000',
  'X-RateLimit-Remaining': '999',
  'X-RateLimit-Reset': '1772442000',
  'X-Request-Id': 'req_abc123def456',
};

export class SandboxObject {
  fetch(): Promise<Response> {
    return Promise.resolve(new Response(BODY, { headers: HEADERS }));
  }
}

export default {
  fetch(request: Request, { OBJECTS }: { readonly OBJECTS: ObjectNamespace }): Promise<Response> {
    return OBJECTS.get(OBJECTS.idFromName('workspace')).fetch(request);
  },
};
