import { captureOf } from '../records/capture.ts';
import type { Workspace } from '../records/workspace.ts';
import type { StagedBase } from '../store/record-store.ts';
import type { ControlContext } from './control-action.ts';

/**
 * Puts all that another workspace holds in the place of what this one does, inside of a transaction. What was under way is given up;
 * when a workspace ends stays as it is.
 * @param trial is not used any more
 * @param base where its changes are written already; omitted, they still have to be
 * @param settle does what belongs to it, after everything is in place
 */
export function replaceWorkspace<T>(
  context: ControlContext,
  trial: Workspace,
  base: StagedBase | undefined,
  settle: (workspace: Workspace) => T,
): T {
  const { engine, workspace, asked } = context;
  const before = captureOf(workspace, ['undos']);
  const [now, counter] = [engine.clocks.now(workspace), workspace.counter];
  engine.dispatcher.cancel(workspace);
  const life = workspace.setting('life');
  workspace.adopt(trial, base);
  if (life.expires_at !== null) workspace.set('life', life);
  const result = settle(workspace);
  workspace.undo.begin(asked, now, { counter });
  workspace.undo.noteAll(before, captureOf(workspace, ['undos']));
  return result;
}
