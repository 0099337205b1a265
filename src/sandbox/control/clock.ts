import { preciseTimestamp } from '../clock.ts';
import { formats } from '../validation/formats.ts';
import { answerWith } from './action.ts';
import type { Action, ControlAnswer, ControlContext } from './action.ts';
import { ControlError, invalid } from './control-error.ts';
import { readBoolean, readMembers, readNumber, readText } from './members.ts';
import type { Members } from './members.ts';

/** The furthest that one request moves the clock: ten years, in seconds. */
const MAX_ADVANCE = 10 * 366 * 86_400;

/** What time it is in the workspace. */
export const getClock: Action = async (context) =>
  context.engine.store.transact(context.workspace, () => tellTime(context));

/**
 * Moves, stops or starts the workspace's clock. What is due in between is run first, in order, each at its own due time. An earlier
 * time is set as it is: nothing is undone.
 */
export const moveClock: Action = async (context) => {
  const { engine, workspace, exchange } = context;
  const members = await readMembers(exchange.request, ['advance_seconds', 'now', 'frozen']);
  const target = targetOf(members);
  const frozen = readBoolean(members, 'frozen');
  if (!target && frozen === undefined) {
    throw new ControlError(422, 'invalid_parameter', "Name 'advance_seconds', 'now' or 'frozen'.");
  }
  const wasFrozen = await engine.store.transact(workspace, () => engine.clocks.isFrozen(workspace));
  await engine.dispatcher.advance(workspace, target ?? ((now) => now), frozen ?? wasFrozen);
  return tellTime(context);
};

function targetOf(members: Members): ((now: number) => number) | undefined {
  const seconds = readNumber(members, 'advance_seconds', [0, MAX_ADVANCE]);
  const time = readText(members, 'now');
  if (time !== undefined && seconds !== undefined) throw invalid('now', "cannot be combined with 'advance_seconds'");
  if (seconds !== undefined) return (now) => now + Math.round(seconds * 1000);
  if (time === undefined) return undefined;
  if (!formats['date-time'](time)) throw invalid('now', 'must be a date and time such as 2026-02-11T10:30:00Z');
  return () => Date.parse(time);
}

function tellTime({ engine: { clocks }, workspace }: ControlContext): ControlAnswer {
  return answerWith({ now: preciseTimestamp(clocks.now(workspace)), frozen: clocks.isFrozen(workspace) });
}
