/** The place of a moment on the slider, and back. The pauses between attempts grow, so each gets the same room. */
import { retries } from '../../../sandbox/generated/policies.ts';

/** When each attempt of a delivery that fails at once is due, in seconds after the event. */
export const schedule: readonly number[] = [0, ...retries.delays_seconds].map((_, index) =>
  retries.delays_seconds.slice(0, index).reduce((sum, delay) => sum + delay, 0),
);

const last = schedule.at(-1) ?? 0;
/** Room behind the last attempt: each may take until its time-out, and pushes the later ones back. */
const marks: readonly number[] = [...schedule, last + schedule.length * retries.timeout_seconds];

/** Steps of the slider between two attempts. */
export const STEPS = 60;

/** The end of the slider. */
export const LONGEST = (marks.length - 1) * STEPS;

/** @param seconds after the event @returns steps from the beginning of the slider */
export function placeOf(seconds: number): number {
  const next = marks.findIndex((mark) => mark > seconds);
  if (seconds <= 0) return 0;
  if (next === -1) return LONGEST;
  const [from = 0, to = 1] = [marks[next - 1], marks[next]];
  return (next - 1 + (seconds - from) / (to - from)) * STEPS;
}

/** @param place steps from the beginning of the slider @returns whole seconds after the event */
export function secondsAt(place: number): number {
  const index = Math.min(Math.floor(place / STEPS), marks.length - 2);
  const [from = 0, to = 1] = [marks[index], marks[index + 1]];
  return Math.round(from + ((place - index * STEPS) / STEPS) * (to - from));
}
