/** What a reader has chosen of keys and code, in this browser. Without storage it holds for the page. */
const SHORTCUTS = 'orbinto-shortcuts';
export const BREAK_LINES = 'orbinto-break-lines';

let off: boolean | undefined;

/** Whether keys of one character do something. */
export function areOn(): boolean {
  off ??= read(SHORTCUTS) === 'off';
  return !off;
}

export function turn(on: boolean): void {
  off = !on;
  keep(SHORTCUTS, on ? undefined : 'off');
}

/** @param value `undefined` forgets it */
export function keep(name: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // Storage is off.
  }
}

function read(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}
