/** What a reader has chosen of keys and code. */
import { keepChoice, readChoice } from '../ui/choices.ts';

const SHORTCUTS = 'orbinto-shortcuts';
export const BREAK_LINES = 'orbinto-break-lines';

let off: boolean | undefined;

/** Whether keys of one character do something. */
export function areOn(): boolean {
  off ??= readChoice(SHORTCUTS) === 'off';
  return !off;
}

export function turn(on: boolean): void {
  off = !on;
  keepChoice(SHORTCUTS, on ? undefined : 'off');
}
