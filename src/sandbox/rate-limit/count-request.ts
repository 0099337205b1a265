import type { Engine } from '../engine.ts';
import { plans } from '../generated/policies.ts';
import type { PlanId } from '../generated/policies.ts';
import type { ApiContext } from '../http/request-context.ts';
import type { LimitState, Plan, RateLimiter } from './rate-limiter.ts';

/** What each plan allows. */
export type Plans = Readonly<Record<PlanId, Plan>>;

/** Counts a request against its key, by its workspace's clock, or against its address at the Free plan's figures. */
export async function countRequest(
  { workspaces, clocks, store }: Engine,
  limiter: RateLimiter,
  { caller, client }: ApiContext,
  known: Plans = plans,
): Promise<LimitState> {
  if (!caller) return limiter.take(`address ${client.address ?? ''}`, known.free);
  const workspace = workspaces.get(caller.workspace);
  // Another document may have moved the workspace's clock. Where that cannot be read, the request itself will fail, and be answered.
  if (store.isBehind?.(workspace))
    await Promise.resolve(store.transact(workspace, () => undefined)).catch(() => undefined);
  return limiter.take(caller.limitKey, known[caller.plan], clocks.now(workspace));
}
