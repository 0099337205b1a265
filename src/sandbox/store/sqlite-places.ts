import type { RecordKey } from './record-store.ts';

/** Where the rows of one workspace stand. */
interface WorkspacePlaces {
  /** All of them are from this sequence number … */
  readonly first: number;
  /** … to this one. */
  last: number;
  readonly byKind: Map<string, Map<string, number>>;
}

/** Knows the sequence number of each record's row, so that the file needs no index. */
export class SqlitePlaces {
  readonly #workspaces = new Map<string, WorkspacePlaces>();

  /** The sequence numbers that a workspace's rows are between; undefined where it has none. */
  rangeOf(workspace: string): { readonly first: number; readonly last: number } | undefined {
    return this.#workspaces.get(workspace);
  }

  /**
   * A record has a new row: the last of all.
   * @returns the number of its row before
   */
  put(workspace: string, { kind, id }: RecordKey, seq: number): number | undefined {
    let places = this.#workspaces.get(workspace);
    if (!places) this.#workspaces.set(workspace, (places = { first: seq, last: seq, byKind: new Map() }));
    let seqs = places.byKind.get(kind);
    if (!seqs) places.byKind.set(kind, (seqs = new Map<string, number>()));
    const before = seqs.get(id);
    seqs.set(id, seq);
    places.last = seq;
    return before;
  }

  /** @returns the number of the row that a record has no more */
  delete(workspace: string, { kind, id }: RecordKey): number | undefined {
    const seqs = this.#workspaces.get(workspace)?.byKind.get(kind);
    const seq = seqs?.get(id);
    seqs?.delete(id);
    return seq;
  }

  clear(workspace: string): void {
    this.#workspaces.delete(workspace);
  }
}
