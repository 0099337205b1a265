/** Where the player is, and the name of what its address carries. */
export const PLAYER = '/sandbox/replay/';
export const FRAGMENT = 'replay';

/** Reads the session that a page was opened with, and takes it out of the address at once. @returns as it stands in the link */
export function takeReplayFragment({ location, history }: Pick<Window, 'location' | 'history'> = window):
  string | undefined {
  const packed = new URLSearchParams(location.hash.slice(1)).get(FRAGMENT);
  if (packed === null) return undefined;
  history.replaceState(history.state, '', `${location.pathname}${location.search}`);
  return packed;
}
