import { captureOf } from '../records/capture.ts';
import type { StoredUndo } from '../records/undo-entry.ts';
import type { Workspace } from '../records/workspace.ts';
import { keyText } from '../store/record-store.ts';
import { jsonResponse } from './control-action.ts';
import type { Action } from './control-action.ts';
import { ControlError } from './control-error.ts';

/** The requests that can be undone, the last of them first. */
export const listUndos: Action = async ({ engine, workspace }) =>
  engine.store.transact(workspace, () => jsonResponse({ data: workspace.undo.entries.map(show) }));

/**
 * Takes back the last request that changed something, and what has happened on its own since: records, settings and deliveries are as
 * they were before it, and ids that it gave out are given out again. A second time, the request before it. The answer tells which it was.
 */
export const undo: Action = async ({ engine, workspace }) => {
  const answer = await engine.store.transact(workspace, () => {
    const last = workspace.undo.last;
    if (!last) throw nothingToUndo();
    engine.dispatcher.cancel(workspace);
    const trial = asBefore(workspace, last);
    const life = workspace.setting('life');
    workspace.adopt(trial);
    if (life.expires_at !== null) workspace.set('life', life);
    // It is not a change of its own.
    workspace.undo.forget();
    return jsonResponse({ undone: show(last), left: workspace.undo.entries.length });
  });
  engine.dispatcher.wake(workspace);
  return answer;
};

/** A workspace as this one was before a request. @throws ControlError 409 */
function asBefore(workspace: Workspace, { id, before, request, counter }: StoredUndo): Workspace {
  if (!before) throw tooMuch(request);
  const rows = new Map(captureOf(workspace).map((change) => [keyText(change), change]));
  rows.delete(keyText({ kind: 'undos', id }));
  for (const change of before) {
    rows.delete(keyText(change));
    if (change.json !== null) rows.set(keyText(change), change);
  }
  const trial = workspace.fresh();
  trial.take([...rows.values()]);
  if (trial.counter < counter) {
    trial.set('counter', { value: counter });
    trial.undo.forget();
  }
  return trial;
}

function show({ request, request_id, at, before }: StoredUndo): object {
  return { request, request_id, at, can_be_undone: before !== null };
}

function nothingToUndo(): ControlError {
  const message = 'There is nothing to undo: no request has changed anything since the workspace was made or reset.';
  return new ControlError(409, 'nothing_to_undo', message);
}

function tooMuch(request: string): ControlError {
  const message = `'${request}' has changed too much to be undone. Take a snapshot before such a request, and go back to it.`;
  return new ControlError(409, 'too_much_to_undo', message);
}
