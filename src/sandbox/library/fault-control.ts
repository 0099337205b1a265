import type { RequestRecipe, WebhookRecipe } from '../generated/policies.ts';
import type { Settings } from '../records/settings.ts';
import type { Ask } from './control-request.ts';

/** How the API misbehaves: `latency_ms` late, and with the error `status` in a share of requests from 0 to 1, its `rate`. */
export type Faults = Settings['faults'] & {
  /** A failure by its name, for the next `count` requests or events; 1 when left out. Gone once it has struck so often. */
  readonly recipe?: RequestRecipe | WebhookRecipe;
  readonly count?: number;
  /** In the answer to an order of `webhook-secret-rotation`: the new secrets. */
  readonly webhooks?: readonly { readonly id: string; readonly url: string; readonly secret: string }[];
};

/** Failures on purpose. */
export interface FaultControl {
  get(): Promise<Faults>;
  /** Orders failures in place of those before. What is left out is normal. */
  set(faults: Partial<Omit<Faults, 'webhooks'>>): Promise<Faults>;
  /** Back to normal. */
  clear(): Promise<Faults>;
}

export function faultControl(ask: Ask): FaultControl {
  return {
    get: () => ask('GET', '/faults'),
    set: (faults) => ask('PUT', '/faults', faults),
    clear: () => ask('PUT', '/faults', {}),
  };
}
