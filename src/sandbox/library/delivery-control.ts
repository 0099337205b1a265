import type { AttemptView, DeliveryView } from '../control/delivery-view.ts';
import { pagination as pages } from '../generated/policies.ts';
import type { EventName } from '../webhooks/delivery.ts';
import type { Ask } from './control-request.ts';

export type Delivery = DeliveryView;
export type DeliveryAttempt = AttemptView;

/** Which deliveries to list; all of them when empty. */
export interface DeliveryFilter {
  readonly event?: EventName;
  readonly status?: Delivery['status'];
  readonly webhook_id?: string;
}

/** The log of webhook deliveries. */
export interface DeliveryControl {
  /** Newest first, all that the log holds. */
  list(filter?: DeliveryFilter): Promise<Delivery[]>;
  get(id: string): Promise<Delivery>;
  /** Sends one again, now. Resolves before the endpoint has answered. */
  resend(id: string): Promise<Delivery>;
  /** Resolves when every delivery that is due has been attempted and the endpoints have answered. */
  settled(): Promise<void>;
}

interface Page {
  readonly data: readonly Delivery[];
  readonly pagination: { readonly has_more: boolean };
}

export function deliveryControl(ask: Ask): DeliveryControl {
  const path = (id: string): string => `/deliveries/${encodeURIComponent(id)}`;
  return {
    async list(filter = {}) {
      const all: Delivery[] = [];
      for (let page = 1, hasMore = true; hasMore; page += 1) {
        const query = new URLSearchParams({ ...filter, page: String(page), per_page: String(pages.max_size) });
        const { data, pagination } = await ask<Page>('GET', `/deliveries?${query}`);
        all.push(...data);
        hasMore = pagination.has_more;
      }
      return all;
    },
    get: (id) => ask('GET', path(id)),
    resend: (id) => ask('POST', `${path(id)}/resend`),
    settled: async () => void (await ask('POST', '/clock', { advance_seconds: 0 })),
  };
}
