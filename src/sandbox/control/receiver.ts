import { DEFAULT_SETTINGS } from '../records/settings.ts';
import { beginUndo, jsonResponse } from './control-action.ts';
import type { Action } from './control-action.ts';
import { readInteger, readMembers } from './members.ts';

const MAX_DELAY = 600_000;

/** What the built-in webhook receiver answers. */
export const getReceiver: Action = async ({ engine, workspace }) =>
  engine.store.transact(workspace, () => {
    const { status, delay_ms } = workspace.setting('receiver');
    return jsonResponse({ status, delay_ms });
  });

/** Tells the built-in receiver what to answer, and how late. What is absent or null goes back to normal. */
export const setReceiver: Action = async (context) => {
  const { engine, workspace, request } = context;
  const members = await readMembers(request, ['status', 'delay_ms']);
  const normal = DEFAULT_SETTINGS.receiver;
  const receiver = {
    status: readInteger(members, 'status', [200, 599]) ?? normal.status,
    delay_ms: readInteger(members, 'delay_ms', [0, MAX_DELAY]) ?? normal.delay_ms,
  };
  await engine.store.transact(workspace, () => {
    beginUndo(context);
    workspace.set('receiver', receiver);
  });
  return jsonResponse(receiver);
};
