import type { Clock } from '../clock.ts';
import { parseKey } from '../keys.ts';
import { createSandbox as createApi } from '../sandbox.ts';
import { controlOf } from './control.ts';
import type { SandboxControl } from './control.ts';
import { fetchWith } from './sandbox-fetch.ts';
import type { SandboxFetch } from './sandbox-fetch.ts';
import { sendTo } from './webhook-sender.ts';
import type { WebhookSender } from './webhook-sender.ts';

export interface SandboxOptions {
  /** The number that the sample data is made from; 1 when omitted. */
  readonly seed?: number;
  /** The key whose workspace is controlled; `sk_test_admin` when omitted. */
  readonly key?: string;
  /** Where the time comes from; the machine's clock when omitted. To move a workspace's time, use `clock.advance`. */
  readonly clock?: Clock;
  /** False: the limit headers stay, nothing is refused. */
  readonly rateLimits?: boolean;
  /**
   * Gets the webhook deliveries, instead of the endpoints: `(request) => app.fetch(request)`. Those for `https://*.example.com` go to
   * the built-in receiver as everywhere; without this function all do.
   */
  readonly send?: WebhookSender;
}

/** The Orbinto API in this process: no port, no file, no network. */
export interface Sandbox extends SandboxControl {
  readonly fetch: SandboxFetch;
  /** Lets go of everything: no delivery is tried again. */
  readonly close: () => Promise<void>;
}

const DEFAULT_KEY = 'sk_test_admin';

/**
 * The Orbinto API as a test double, with the sample data and a state of its own.
 * @throws TypeError for a key that opens no workspace
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const { seed, clock, rateLimits, send } = options;
  const key = keyFrom(options);
  const api = createApi({
    localWebhooks: true,
    ...(seed !== undefined && { seed }),
    ...(clock && { clock }),
    ...(rateLimits !== undefined && { rateLimits }),
    ...(send && { send: sendTo(send) }),
  });
  const respond = (request: Request): Promise<Response> => api.fetch(request);
  return { ...controlOf(respond, key), fetch: fetchWith(respond), close: () => api.close() };
}

/** @throws TypeError for a key that opens no workspace */
export function keyFrom({ key = DEFAULT_KEY }: { readonly key?: string }): string {
  if (parseKey(key)) return key;
  throw new TypeError(`'${key}' is no key of a sandbox: write sk_test_ and at least eight letters or digits`);
}
