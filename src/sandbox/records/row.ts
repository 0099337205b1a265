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

  constructor(value: T, sort: string, json?: string) {
    this.value = value;
    this.sort = sort;
    this.#json = json;
  }

  get id(): string {
    return this.value.id;
  }

  get json(): string {
    return (this.#json ??= JSON.stringify(this.value));
  }

  /** Lets go of the text, a third of what a record takes, until somebody reads it again. */
  release(): void {
    this.#json = undefined;
  }
}

/** A place in a list: the time and the id of a record that stands, or stood, there. */
export interface Place {
  readonly sort: string;
  readonly id: string;
}

/** Oldest first, ties by id. */
export function comparePlaces(a: Place, b: Place): number {
  if (a.sort !== b.sort) return a.sort < b.sort ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

/** The index of the first of `rows` (oldest first) that does not stand before `place`. */
export function indexOfPlace(rows: readonly Place[], place: Place): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const row = rows[middle];
    if (row && comparePlaces(row, place) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
