import { DEFAULT_SETTINGS } from '../records/settings.ts';
import { jsonResponse } from './control-action.ts';
import type { Action } from './control-action.ts';
import { invalid } from './control-error.ts';
import { FAULT_STATUSES } from './fault-statuses.ts';
import { readInteger, readMembers, readNumber } from './members.ts';
import type { Members } from './members.ts';

const MAX_LATENCY = 60_000;

/** How the API misbehaves on purpose. */
export const getFaults: Action = async ({ engine, workspace }) =>
  engine.store.transact(workspace, () => {
    const { latency_ms, status, rate } = workspace.setting('faults');
    return jsonResponse({ latency_ms, status, rate });
  });

/**
 * Makes the API slow, or has it answer a documented error instead of doing what it is asked. What is absent or null goes back to
 * normal. `rate` is the share of requests that get the error.
 */
export const setFaults: Action = async ({ engine, workspace, request }) => {
  const members = await readMembers(request, ['latency_ms', 'status', 'rate']);
  const normal = DEFAULT_SETTINGS.faults;
  const faults = {
    latency_ms: readInteger(members, 'latency_ms', [0, MAX_LATENCY]) ?? normal.latency_ms,
    status: readStatus(members),
    rate: readNumber(members, 'rate', [0, 1]) ?? normal.rate,
  };
  await engine.store.transact(workspace, () => workspace.set('faults', faults));
  return jsonResponse(faults);
};

function readStatus(members: Members): number | null {
  const status = readNumber(members, 'status', [0, 999]);
  if (status === undefined) return null;
  if (FAULT_STATUSES.includes(status)) return status;
  throw invalid('status', `must be one of ${FAULT_STATUSES.join(', ')}, the errors that every operation documents`);
}
