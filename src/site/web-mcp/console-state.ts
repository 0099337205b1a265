/**
 * What the console has noted for this tab. The modules that note it are in the first script of a page, where each export weighs, so
 * their entries are named here once more; the tests in a browser hold the two together.
 */

/** What is filled in on this page, as a link has it: kept so with each change. */
export const heldDraft = (): string | undefined => read(`orbinto-draft:${location.pathname}`);

/** Whether the reader has the console open, on whichever page has one. */
export const isKeptOpen = (): boolean => read('orbinto-console-open') !== undefined;

function read(entry: string): string | undefined {
  try {
    return sessionStorage.getItem(entry) ?? undefined;
  } catch {
    return undefined;
  }
}
