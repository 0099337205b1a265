import type { Engine } from '../engine.ts';
import { plans } from '../generated/policies.ts';
import type { ApiContext } from '../http/request-context.ts';
import type { LimitState, RateLimiter } from './rate-limiter.ts';

/** Counts a request against its key, by its workspace's clock, or against its address at the Free plan's figures. */
export async function countRequest(
  { workspaces, clocks, store }: Engine,
  limiter: RateLimiter,
  { caller, client }: ApiContext,
): Promise<LimitState> {
  if (!caller) return limiter.take(`address ${client.address ?? ''}`, plans.free);
  const workspace = workspaces.get(caller.workspace);
  // Another document may have moved the workspace's clock. Where that cannot be read, the request itself will fail, and be answered.
  if (store.isBehind?.(workspace))
    await Promise.resolve(store.transact(workspace, () => undefined)).catch(() => undefined);
  return limiter.take(caller.limitKey, plans[caller.plan], clocks.now(workspace));
}
