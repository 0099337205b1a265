import type { Records } from '../records/collections.ts';

/** The one seeded webhook. `*.example.com` is never reached: deliveries to it stay inside the sandbox. */
export function webhooks(): Records['webhooks'][] {
  return [
    {
      id: 'wh_abc123',
      url: 'https://hooks.example.com/orbinto',
      events: ['message.created', 'conversation.created', 'conversation.closed'],
      description: 'Help desk',
      status: 'active',
      created_at: '2026-01-15T09:20:00Z',
    },
  ];
}
