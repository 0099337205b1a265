import type { Clock } from '../src/sandbox/clock.ts';
import { createSandbox } from '../src/sandbox/sandbox.ts';
import { isOnWorkerd, openSpace } from './edge/hosted.ts';
import { installedLibrary } from './installed-library.ts';

/** What a test may ask of a sandbox, whichever engine it runs on. */
export interface OpenOptions {
  /** The time of the machine; it goes by itself when omitted. */
  readonly clock?: Clock;
  readonly rateLimits?: boolean;
  readonly seed?: number;
  /** Is told of what is answered with a 500; of a hosted sandbox, nothing. */
  readonly report?: (error: unknown) => void;
}

export interface OpenSandbox {
  fetch(request: Request): Promise<Response>;
  close(): Promise<void>;
}

/**
 * A sandbox for one test: in memory or, where `SANDBOX_ENGINE=workerd` says so, a space of the hosted one; that of an installed
 * package where `SANDBOX_PACKAGE` names it.
 */
export function openSandbox(options: OpenOptions = {}): OpenSandbox {
  if (installedLibrary) return installedLibrary.createSandbox(options);
  if (!isOnWorkerd) return createSandbox(options);
  const { clock, rateLimits = true, seed = 1 } = options;
  return { fetch: openSpace({ clock, rateLimits, seed }), close: () => Promise.resolve() };
}

/** A key that opens the same records everywhere, and may change them. */
export const ADMIN_KEY = isOnWorkerd ? 'sk_test_everybody1' : 'sk_test_admin';
