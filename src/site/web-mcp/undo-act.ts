/** Takes back what an agent has done. */
import { ControlError, control } from '../sandbox-panel/control-client.ts';
import { pageSession } from '../session/page-session.ts';
import type { ActUndo, AgentAct } from './acts.ts';
import { markUndone } from './acts.ts';
import { exampleFragment, followFragment } from './fill-form.ts';
import { isHere, operationCalled } from './known-operations.ts';
import { closeConsole, showConsole } from './page-console.ts';

/** @returns why it cannot be taken back; undefined where it was */
export async function undoAct({ id, undo }: AgentAct): Promise<string | undefined> {
  if (!undo) return undefined;
  try {
    const problem = await undoBy[undo.kind](undo as never);
    if (problem === undefined) markUndone(id);
    return problem;
  } catch (error) {
    if (error instanceof ControlError) return `${error.trouble.title}: ${error.trouble.explanation}`;
    return error instanceof Error ? error.message : String(error);
  }
}

type UndoBy = {
  readonly [Kind in ActUndo['kind']]: (undo: Extract<ActUndo, { kind: Kind }>) => Promise<string | undefined>;
};

const undoBy: UndoBy = {
  place: ({ path, closes }) => {
    if (closes) closeConsole();
    // The row is marked before the page goes.
    if (path !== undefined && path !== location.pathname) setTimeout(() => location.assign(path));
    return Promise.resolve(undefined);
  },
  form: async ({ operationId, fragment }) => {
    const known = await operationCalled(operationId);
    const wanted = fragment ?? exampleFragment(known.operation);
    if (!isHere(known)) setTimeout(() => location.assign(known.page + wanted));
    else {
      await showConsole();
      await followFragment(wanted);
    }
    return undefined;
  },
  request: async ({ requestId }) => {
    const session = pageSession();
    if (session.environment.id !== 'sandbox') return 'Choose the in-page sandbox first: the call was sent to it.';
    const { data } = await control<{ data: { request_id: string; request: string }[] }>(session, '/undo');
    const at = data.findIndex(({ request_id }) => request_id === requestId);
    if (at === -1) return 'The sandbox does not remember this call any more, or it has changed nothing.';
    if (at > 0)
      return `Later calls have changed something, the last of them ${data[0]?.request ?? ''}: undo those first.`;
    await control(session, '/undo', 'POST');
    return undefined;
  },
};
