/** What every stored record has. */
export interface Stored {
  readonly id: string;
}

/** One stored record: as a value, and as the JSON text that answers carry. */
export class Row<T extends Stored = Stored> {
  readonly value: T;
  /** The time that lists are ordered by. */
  readonly sort: string;
  #json: string | undefined;
  #derived: string | undefined;
  #size: number | undefined;

  constructor(value: T, sort: string, json?: string) {
    this.value = value;
    this.sort = sort;
    this.#json = json;
    this.#size = json?.length;
  }

  get id(): string {
    return this.value.id;
  }

  get json(): string {
    return (this.#json ??= JSON.stringify(this.value));
  }

  /** A text that is made from the value, and kept: a row is asked for one kind of text only, and its value never changes. */
  derive(make: (value: T) => string): string {
    return (this.#derived ??= make(this.value));
  }

  /** How many characters its text has. */
  get size(): number {
    return (this.#size ??= this.json.length);
  }

  /** Lets go of the text, a third of what a record takes, until somebody reads it again. */
  release(): void {
    this.#json = undefined;
  }
}

/** Where a list has a record: the time and the id of a record that stands, or stood, there. */
export interface ListPosition {
  readonly sort: string;
  readonly id: string;
}

/** Oldest first, ties by id. */
export function comparePositions(a: ListPosition, b: ListPosition): number {
  if (a.sort !== b.sort) return a.sort < b.sort ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

/** The index of the first of `rows` (oldest first) that does not stand before `position`. */
export function indexOfPosition(rows: readonly ListPosition[], position: ListPosition): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const row = rows[middle];
    if (row && comparePositions(row, position) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
