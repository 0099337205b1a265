/**
 * A call of another operation is run on that operation's page. The link there restores the call; that it may be sent at
 * once is noted in sessionStorage, which no link from elsewhere can write.
 */
import { prefix } from '../permalink/permalink.ts';
import type { PastCall } from './history.ts';

const entry = 'orbinto-run-again';

export function goAndRun(past: PastCall, fragment: string): void {
  try {
    sessionStorage.setItem(entry, fragment);
  } catch {
    // Then the page restores the call and leaves Send to the reader.
  }
  location.assign(past.page + fragment);
}

/** Whether this page was opened to run the call of its fragment; true once. */
export function takeRun(fragment: string): boolean {
  try {
    if (!fragment.startsWith(prefix) || sessionStorage.getItem(entry) !== fragment) return false;
    sessionStorage.removeItem(entry);
    return true;
  } catch {
    return false;
  }
}
