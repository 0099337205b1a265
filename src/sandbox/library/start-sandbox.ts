import type { Clock } from '../clock.ts';
import { controlOf } from './control.ts';
import type { SandboxControl } from './control.ts';
import { keyFrom } from './create-sandbox.ts';
import { fetchWith } from './sandbox-fetch.ts';
import type { SandboxFetch } from './sandbox-fetch.ts';

export interface StartOptions {
  /** Any free port when omitted, or 0. */
  readonly port?: number;
  /** What to listen on; `127.0.0.1` when omitted. */
  readonly host?: string;
  /** Names, besides those of this machine, that it may be reached by. */
  readonly hostNames?: readonly string[];
  /** The SQLite file that keeps what is changed; in memory when omitted. */
  readonly data?: string;
  /** The number that the sample data is made from; 1 when omitted. */
  readonly seed?: number;
  /** The key whose workspace is controlled; `sk_test_admin` when omitted. */
  readonly key?: string;
  /** Where the time comes from; the machine's clock when omitted. To move a workspace's time, use `clock.advance`. */
  readonly clock?: Clock;
  /** False: the limit headers stay, nothing is refused. */
  readonly rateLimits?: boolean;
  /** Origins, besides those of the documentation site, whose pages may use `/_sandbox`. */
  readonly corsOrigins?: readonly string[];
  /** True: webhooks may be sent to this machine; so by default while it listens on loopback. */
  readonly allowLocalWebhooks?: boolean;
  /** True: other machines may use `/_sandbox`. */
  readonly allowRemoteControl?: boolean;
  /** True: `X-Forwarded-Proto` and `X-Forwarded-For` are believed. */
  readonly trustProxy?: boolean;
}

/** The Orbinto API over HTTP, for programs of any language. */
export interface RunningSandbox extends SandboxControl {
  /** `http://127.0.0.1:4010`, without a slash at the end. The API is below `/v1`. */
  readonly url: string;
  /** Answers without HTTP, from the same records. */
  readonly fetch: SandboxFetch;
  /** Answers what is under way, keeps what was changed, and stops. */
  readonly close: () => Promise<void>;
}

/**
 * Starts the sandbox of this process on a port.
 * @throws Error in one line where the port or the file cannot be used
 */
export async function startSandbox(options: StartOptions = {}): Promise<RunningSandbox> {
  const { port = 0, key: _, ...others } = options;
  const key = keyFrom(options);
  const { startMock } = await import('../node/mock.ts');
  const mock = await startMock({ ...others, port, keepsGlobals: true });
  const respond = (request: Request): Promise<Response> => mock.fetch(request);
  return { ...controlOf(respond, key), url: mock.url, fetch: fetchWith(respond), close: () => mock.close() };
}
