import type { StoredDelivery } from '../../src/sandbox/webhooks/delivery.ts';

/** A delivery that waits for its first attempt, as far as a test says nothing else of it. */
export function pendingDelivery(change: Partial<StoredDelivery> = {}): StoredDelivery {
  return {
    id: 'dlv_1',
    webhook_id: 'wh_1',
    event_id: 'evt_1',
    event: 'contact.created',
    url: 'https://hooks.example.com/',
    created_at: '2026-03-02T09:00:00Z',
    status: 'pending',
    failure: null,
    next_attempt_at: 0,
    retries: 0,
    attempts: [],
    ...change,
  };
}
