import type { Settings } from '../records/settings.ts';
import type { Ask } from './control-request.ts';

/** What the built-in receiver answers to deliveries for `https://*.example.com`, and how many milliseconds late. */
export type Receiver = Settings['receiver'];

export interface ReceiverControl {
  get(): Promise<Receiver>;
  /** Tells it what to answer. What is left out is normal: 200, at once. */
  set(receiver: Partial<Receiver>): Promise<Receiver>;
  /** Back to normal. */
  clear(): Promise<Receiver>;
}

export function receiverControl(ask: Ask): ReceiverControl {
  return {
    get: () => ask('GET', '/receiver'),
    set: (receiver) => ask('PUT', '/receiver', receiver),
    clear: () => ask('PUT', '/receiver', {}),
  };
}
