import { formats } from '../checks/formats.ts';
import { preciseTimestamp } from '../clock.ts';
import type { ClockMove } from '../webhooks/delivery-scheduler.ts';
import { jsonResponse } from './control-action.ts';
import type { Action, ControlResponse, ControlContext } from './control-action.ts';
import { ControlError, invalid } from './control-error.ts';
import { readBoolean, readMembers, readNumber, readText } from './members.ts';
import type { Members } from './members.ts';

/** The furthest that one request moves the clock: ten years, in seconds. */
const MAX_ADVANCE = 10 * 366 * 86_400;
/** The last time that is written with a year of four digits. */
const LATEST = Date.parse('9999-12-31T23:59:59Z');

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
  const now = await engine.store.transact(workspace, () => engine.clocks.now(workspace));
  if ('by' in move && now + move.by > LATEST) throw invalid('advance_seconds', 'must not lead beyond the year 9999');
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
  const to = formats['date-time'](time) ? Date.parse(time) : Number.NaN;
  if (Number.isNaN(to)) throw invalid('now', 'must be a date and time such as 2026-02-11T10:30:00Z');
  return { to, frozen };
}

function tellTime({ engine: { clocks }, workspace }: ControlContext): ControlResponse {
  return jsonResponse({ now: preciseTimestamp(clocks.now(workspace)), frozen: clocks.isFrozen(workspace) });
}
