/** The link that opens the panel on a workspace: its key is in the fragment, which no server is sent. */

export interface WorkspaceLink {
  readonly key: string;
  /** The address of its sandbox; undefined for the one in this browser. */
  readonly at: string | undefined;
}

/** Reads the link that a page was opened with, and takes it out of the address at once: a key must not stay in the history. */
export function takeWorkspaceLink({ location, history }: Pick<Window, 'location' | 'history'> = window):
  WorkspaceLink | undefined {
  const link = new URLSearchParams(location.hash.slice(1));
  const key = link.get('workspace');
  if (key === null) return undefined;
  history.replaceState(history.state, '', `${location.pathname}${location.search}`);
  return { key, at: link.get('at') ?? undefined };
}
