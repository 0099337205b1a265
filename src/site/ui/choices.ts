/** What a reader has chosen, kept in this browser: for every page and every tab. Where storage is off, a choice holds for the page. */

/** Null where nothing is kept. */
export function readChoice(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** @param value `undefined` forgets it */
export function keepChoice(name: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // Storage is off.
  }
}
