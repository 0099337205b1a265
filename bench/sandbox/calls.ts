import type { Call } from './load.ts';

/** What the sandbox is asked; without `/v1` it is what Prism is asked. */
export const CALLS = {
  list: { method: 'GET', path: '/v1/contacts' },
  get: { method: 'GET', path: '/v1/contacts/con_abc123' },
  create: {
    method: 'POST',
    path: '/v1/contacts',
    body: { email: '[<id>]@example.com', name: 'Jane Doe', phone: '+1-555-0123', company: 'Acme Inc', tags: ['vip'] },
  },
} as const satisfies Readonly<Record<string, Call>>;
