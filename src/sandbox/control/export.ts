import { jsonResponse } from './control-action.ts';
import type { Action } from './control-action.ts';
import { stateOf } from './state.ts';

/** The workspace's records as a document, as far as they are not as they were seeded. Secrets stay here. */
export const exportState: Action = async ({ engine, workspace }) =>
  engine.store.transact(workspace, () => jsonResponse(stateOf(workspace)));
