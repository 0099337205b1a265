import type { Settings } from '../records/settings.ts';
import type { Ask } from './control-request.ts';

/** How the API misbehaves: `latency_ms` late, and with the error `status` in a share of requests from 0 to 1, its `rate`. */
export type Faults = Settings['faults'];

/** Failures on purpose. */
export interface FaultControl {
  get(): Promise<Faults>;
  /** Orders failures in place of those before. What is left out is normal. */
  set(faults: Partial<Faults>): Promise<Faults>;
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
