import { parseKey } from '../keys.ts';
import type { Action } from './action.ts';

/** Brings the workspace back to the seeded records: changes, limits, deliveries, faults and the clock are forgotten. */
export const reset: Action = async ({ engine, limiter, workspace }) => {
  await engine.store.transact(workspace, () => {
    engine.dispatcher.cancel(workspace);
    workspace.reset();
  });
  limiter.clear((key) => parseKey(key)?.workspace === workspace.name);
  return { status: 204, body: null };
};
