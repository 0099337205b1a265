import type { Change } from '../store/record-store.ts';
import type { Stored } from './row.ts';

/** A request that may change something. */
export interface ChangingRequest {
  readonly id: string;
  readonly method: string;
  readonly path: string;
}

/** A request that has changed something, and how it was before. Its id is that of a slot: the newest take the places of the oldest. */
export interface StoredUndo extends Stored {
  /** Grows with every request that has changed something. */
  readonly seq: number;
  readonly request_id: string;
  /** E.g. `POST /v1/contacts`. */
  readonly request: string;
  /** When it was answered, by the workspace's clock. */
  readonly at: string;
  /** How many ids had been given out before. */
  readonly counter: number;
  /** What it has changed, as it was before; without a text where that was as seeded, or not there. Null: too much to be remembered. */
  readonly before: readonly Change[] | null;
}
