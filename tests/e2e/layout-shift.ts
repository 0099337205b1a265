import type { Page } from '@playwright/test';

/**
 * Adds up what moves on the page from its next load on, but for what follows a press. @see https://web.dev/articles/cls
 *
 * @param log A selector of what grows by what the reader has pressed, however long that takes: what moves in there is not counted.
 */
export async function watchShifts(page: Page, log = ':not(*)'): Promise<void> {
  await page.addInitScript((own) => {
    const shifts: number[] = [];
    Object.assign(globalThis, { shifts });
    type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean; sources: { node: Node | null }[] };
    const isOwn = ({ node }: Shift['sources'][number]): boolean =>
      (node instanceof Element ? node : node?.parentElement)?.closest(own) != null;
    const isCounted = ({ hadRecentInput, sources }: Shift): boolean =>
      !hadRecentInput && (sources.length === 0 || !sources.every(isOwn));
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Shift[]) if (isCounted(entry)) shifts.push(entry.value);
    }).observe({ type: 'layout-shift', buffered: true });
  }, log);
}

/** The layout shift so far. `watchShifts` must have been called before the page was loaded. */
export function totalShift(page: Page): Promise<number> {
  return page.evaluate(() =>
    (globalThis as unknown as { shifts: number[] }).shifts.reduce((sum, value) => sum + value, 0),
  );
}
