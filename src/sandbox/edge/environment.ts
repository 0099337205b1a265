import type { ObjectNamespace } from './runtime.ts';

/** How the hosted sandbox is set up; a binding that is not set is null or missing. */
export interface EdgeEnvironment {
  readonly OBJECTS: ObjectNamespace;
  /** Origins of the site, with spaces between: their pages may control workspaces, and users are sent back to them. */
  readonly ORIGINS?: string | null;
  /** `off`: the limits are told, nothing is refused. */
  readonly RATE_LIMITS?: string | null;
  /** `off`: an address may open as many workspaces as it has keys for. */
  readonly OPENINGS?: string | null;
  /** `on`: deliveries may go to http addresses and to this machine, where the engine's network lets them. */
  readonly LOCAL_WEBHOOKS?: string | null;
  /** `on`: a proxy in front tells where a request comes from, and whether it came by https. */
  readonly TRUST_PROXY?: string | null;
  /** The number that the seeded records are made from; 1 where it is not set. */
  readonly SEED?: string | null;
}
