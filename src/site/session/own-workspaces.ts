/** The workspaces that were made for this reader, one a server. They hold sample data and end by themselves: this browser remembers them. */

export interface OwnWorkspace {
  readonly key: string;
  /** Milliseconds since the Unix epoch; null where it is not known. */
  readonly expiresAt: number | null;
}

/** The two methods of `Storage` that it needs. */
type WorkspaceStorage = Pick<Storage, 'getItem' | 'setItem'>;

const entry = 'orbinto-workspaces';

export class OwnWorkspaces {
  readonly #storage: WorkspaceStorage | undefined;
  readonly #now: () => number;
  #known: Record<string, OwnWorkspace>;

  /** @param now milliseconds since the Unix epoch */
  constructor(storage: WorkspaceStorage | undefined, now: () => number = Date.now) {
    this.#storage = storage;
    this.#now = now;
    this.#known = this.#read();
  }

  /** That of a server, until it ends. */
  of(server: string): OwnWorkspace | undefined {
    const known = Object.hasOwn(this.#known, server) ? this.#known[server] : undefined;
    return known && (known.expiresAt === null || known.expiresAt > this.#now()) ? known : undefined;
  }

  /** Remembers one, or forgets it. */
  set(server: string, workspace: OwnWorkspace | undefined): void {
    const { [server]: _, ...others } = this.#known;
    this.#known = workspace ? { ...others, [server]: workspace } : others;
    try {
      this.#storage?.setItem(entry, JSON.stringify(this.#known));
    } catch {
      // Storage is full or forbidden: it is then known as long as the page.
    }
  }

  /** Anything may stand in storage. */
  #read(): Record<string, OwnWorkspace> {
    try {
      const known = Object.entries(JSON.parse(this.#storage?.getItem(entry) ?? '{}') as Record<string, OwnWorkspace>);
      return Object.fromEntries(known.filter(([, { key }]) => isWorkspaceKey(key)));
    } catch {
      return {};
    }
  }
}

/** True for a key that opens a workspace of a sandbox, as a link may name it: never a live one. */
export function isWorkspaceKey(key: unknown): key is string {
  return typeof key === 'string' && /^sk_test_\w{5,90}$/.test(key);
}
