import type { Change, StagedBase } from './record-store.ts';

interface Rows {
  add(place: string, changes: readonly Change[]): void;
  /** Forgets what was written to a place. */
  abandon(place: string): void;
}

/** Rows in a place of their own, where no workspace looks for its own until the place is taken. */
export class StagedRows implements StagedBase {
  readonly #place: string;
  readonly #rows: Rows;
  #isTaken = false;

  constructor(place: string, rows: Rows) {
    this.#place = place;
    this.#rows = rows;
  }

  add(changes: readonly Change[]): void {
    this.#rows.add(this.#place, changes);
  }

  /** The place, for the workspace that it is for. */
  take(): string {
    this.#isTaken = true;
    return this.#place;
  }

  abandon(): void {
    if (!this.#isTaken) this.#rows.abandon(this.#place);
  }
}
