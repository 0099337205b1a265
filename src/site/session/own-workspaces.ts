/** The workspaces that were made for this reader, one a server. They hold sample data and end by themselves: this browser remembers them. */

export interface OwnWorkspace {
  readonly key: string;
  /** Milliseconds since the Unix epoch; null where it is not known. */
  readonly expiresAt: number | null;
}

/** By server. */
export type OwnWorkspaces = Readonly<Record<string, OwnWorkspace | undefined>>;

/** Reads what was remembered. */
export function parseWorkspaces(text: string | null): OwnWorkspaces | null {
  try {
    return JSON.parse(text ?? '{}') as OwnWorkspaces | null;
  } catch {
    return null;
  }
}

/** True for a key that opens a workspace of a sandbox, as a link may name it: never a live one. */
export function isWorkspaceKey(key: unknown): key is string {
  return typeof key === 'string' && /^sk_test_\w{5,90}$/.test(key);
}
