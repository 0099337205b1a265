import type { Action } from './control-action.ts';

/**
 * Brings the workspace back to the seeded records: changes, limits, deliveries, faults and the clock are forgotten, and no OAuth
 * token works any more. A workspace that was made for a while keeps its end, and each its snapshots.
 */
export const reset: Action = async ({ engine, limiter, oauth, workspace }) => {
  const snapshots = engine.snapshots.of(workspace);
  const hasSnapshots = await engine.store.transact(snapshots, () => snapshots.list.length > 0);
  await engine.store.transact(workspace, () => {
    engine.dispatcher.cancel(workspace);
    workspace.reset(hasSnapshots);
  });
  await oauth.forget(workspace.name);
  limiter.clear(workspace.name);
  return { status: 204, body: null };
};
