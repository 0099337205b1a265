import type { components } from '../../openapi/generated/types.ts';
import type { Ask } from './control-request.ts';

/** What differs from the sample data, as `export` gives it and `import` takes it: JSON, to be kept as it is. */
export interface SandboxState {
  readonly [member: string]: unknown;
}

/** A webhook of an import, with its new secret: none is exported. */
export type RestoredWebhook = components['schemas']['WebhookCreated'];

export interface StateControl {
  /** Brings back the sample data; clears limits, deliveries, faults and the clock. */
  reset(): Promise<void>;
  /** What differs from the sample data. Secrets stay out of it. */
  export(): Promise<SandboxState>;
  /**
   * Replaces the workspace's records by those of an export, all of them or none.
   * @returns the webhooks with their new secrets
   */
  import(state: SandboxState): Promise<readonly RestoredWebhook[]>;
}

export function stateControl(ask: Ask): StateControl {
  return {
    reset: () => ask('POST', '/reset'),
    export: () => ask('GET', '/state'),
    import: async (state) => (await ask<{ webhooks: RestoredWebhook[] }>('PUT', '/state', state)).webhooks,
  };
}
