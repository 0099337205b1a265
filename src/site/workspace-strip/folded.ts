/** Whether the reader has folded the strip away: for this tab. */
const FOLDED = 'orbinto-strip-folded';

export function isFolded(): boolean {
  try {
    return sessionStorage.getItem(FOLDED) !== null;
  } catch {
    return false;
  }
}

export function keepFolded(folded: boolean): void {
  try {
    if (folded) sessionStorage.setItem(FOLDED, '');
    else sessionStorage.removeItem(FOLDED);
  } catch {
    // It then lasts as long as the page.
  }
}
