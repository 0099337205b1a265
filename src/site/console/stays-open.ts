/** Whether the reader has the console open: it then is so on the next page of this tab, too. */
const entry = 'orbinto-console-open';

export function staysOpen(): boolean {
  try {
    return sessionStorage.getItem(entry) !== null;
  } catch {
    return false;
  }
}

export function keepOpen(open: boolean): void {
  try {
    if (open) sessionStorage.setItem(entry, '');
    else sessionStorage.removeItem(entry);
  } catch {
    // Storage is forbidden: each page then opens it anew.
  }
}
