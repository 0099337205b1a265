import { parseDateTime } from '../checks/date-time.ts';
import { preciseTimestamp } from '../clock.ts';
import { reasons } from '../generated/policies.ts';
import type { ClockMove } from '../webhooks/delivery-scheduler.ts';
import { beginUndo, jsonResponse } from './control-action.ts';
import type { Action, ControlResponse, ControlContext } from './control-action.ts';
import { ControlError, invalid } from './control-error.ts';
import { readBoolean, readMembers, readNumber, readText } from './members.ts';
import type { Members } from './members.ts';

/** The furthest that one request moves the clock: ten years, in seconds. */
const MAX_ADVANCE = 10 * 366 * 86_400;
/** No clock of a computer can stand at one. */
const LEAP_SECOND = /:60/;
/** The times that are written with a year of four digits. */
const EARLIEST = Date.parse('0000-01-01T00:00:00Z');
const LATEST = Date.parse('9999-12-31T23:59:59.999Z');

/** What time it is in the workspace. */
export const getClock: Action = async (context) =>
  context.engine.store.transact(context.workspace, () => tellTime(context));

/**
 * Moves, stops or starts the workspace's clock. What is due in between is run first, in order, each at its own due time. An earlier
 * time is set as it is: nothing is undone.
 */
export const moveClock: Action = async (context) => {
  const { engine, workspace, request } = context;
  const members = await readMembers(request, ['advance_seconds', 'now', 'frozen']);
  const move = moveOf(members);
  await engine.store.transact(workspace, () => {
    const now = engine.clocks.now(workspace);
    if ('by' in move && now + move.by > LATEST) throw invalid('advance_seconds', 'must not lead beyond the year 9999');
    beginUndo(context, true);
  });
  await engine.dispatcher.advance(workspace, move);
  return tellTime(context);
};

function moveOf(members: Members): ClockMove {
  const seconds = readNumber(members, 'advance_seconds', [0, MAX_ADVANCE]);
  const time = readText(members, 'now');
  if (time !== undefined && seconds !== undefined) throw invalid('now', "cannot be combined with 'advance_seconds'");
  const frozen = readBoolean(members, 'frozen');
  if (time === undefined) {
    if (seconds !== undefined || frozen !== undefined) return { by: Math.round((seconds ?? 0) * 1000), frozen };
    throw new ControlError(422, 'invalid_parameter', "Name 'advance_seconds', 'now' or 'frozen'.");
  }
  const to = LEAP_SECOND.test(time) ? undefined : parseDateTime(time);
  if (to === undefined) throw invalid('now', reasons['format.date-time']);
  if (to < EARLIEST || to > LATEST) throw invalid('now', 'must be in the years 0000 to 9999 in UTC');
  return { to: Math.floor(to), frozen };
}

function tellTime({ engine: { clocks }, workspace }: ControlContext): ControlResponse {
  return jsonResponse({ now: preciseTimestamp(clocks.now(workspace)), frozen: clocks.isFrozen(workspace) });
}
