import { isEmpty, StorageError } from '../store/record-store.ts';
import type { Change, ChangeSet, RecordStore, StoredState } from '../store/record-store.ts';
import type { ObjectFile } from './object-file.ts';
import type { SqlValue } from './runtime.ts';

/** A row holds 2 MB: as many characters fit, whatever they are. */
const PART = 600_000;
const SELECT = 'SELECT kind, id, part, sort, json FROM changes WHERE state = ? ORDER BY seq, part';
const PUT = 'INSERT OR REPLACE INTO changes (state, kind, id, part, seq, sort, json) VALUES (?, ?, ?, ?, ?, ?, ?)';
const DELETE = 'DELETE FROM changes WHERE state = ? AND kind = ? AND id = ?';
/** What is left of a text that was longer before. */
const DELETE_FROM = `${DELETE} AND part >= ?`;
const CLEAR = 'DELETE FROM changes WHERE state = ?';
/** Of a text in parts each is no JSON. */
const WITH_STATUS = `
  SELECT DISTINCT state FROM changes
  WHERE kind = ? AND CASE WHEN json_valid(json) THEN json_extract(json, '$.status') END = ?`;
const NAMES = 'SELECT state FROM changes GROUP BY state ORDER BY max(seq)';
const LAST = 'SELECT coalesce(max(seq), 0) AS seq FROM changes';

/**
 * Keeps changes in the database of a Durable Object. The object alone has it, and its answers wait until what was written before
 * them is safe: what was answered is kept.
 * @see https://developers.cloudflare.com/durable-objects/reference/in-memory-state/
 */
export class ObjectStore implements RecordStore {
  readonly #file: ObjectFile;
  readonly #seed: number;
  #seq: number | undefined;

  /** @param seed the number the seeded records are made from */
  constructor(file: ObjectFile, seed: number) {
    this.#file = file;
    this.#seed = seed;
  }

  isBehind({ version }: StoredState): boolean {
    return version === 0;
  }

  transact<T>(state: StoredState, work: () => T): T {
    if (state.version === 0) {
      state.apply(this.#read(state.name));
      state.version = 1;
    }
    const result = attempt(state, work);
    const made = state.takeChanges();
    if (!isEmpty(made)) this.#keep(state, made);
    return result;
  }

  workspacesWith(kind: string, status: string): string[] {
    return this.#list(WITH_STATUS, kind, status);
  }

  names(): string[] {
    return this.#list(NAMES);
  }

  drop(name: string): void {
    if (this.#file.exists) this.#file.sql.exec(CLEAR, name);
  }

  /** The object keeps the database. */
  close(): void {}

  #list(statement: string, ...values: SqlValue[]): string[] {
    if (!this.#file.exists) return [];
    this.#file.open(this.#seed);
    return this.#file.sql
      .exec(statement, ...values)
      .toArray()
      .map(({ state }) => String(state));
  }

  /** The changes of a state, oldest first. */
  #read(state: string): Change[] {
    if (!this.#file.exists) return [];
    this.#file.open(this.#seed);
    const changes: Change[] = [];
    for (const row of this.#file.sql.exec(SELECT, state)) {
      const json = row['json'] === null ? null : String(row['json']);
      const last = Number(row['part']) > 0 ? changes.pop() : undefined;
      if (last) changes.push({ ...last, json: `${last.json ?? ''}${json ?? ''}` });
      else changes.push({ kind: String(row['kind']), id: String(row['id']), sort: String(row['sort']), json });
    }
    return changes;
  }

  #keep(state: StoredState, made: ChangeSet): void {
    try {
      this.#file.open(this.#seed);
      this.#file.storage.transactionSync(() => this.#write(state.name, made));
    } catch (error) {
      forget(state);
      throw error instanceof StorageError
        ? error
        : new StorageError('The changes could not be written', { cause: error });
    }
  }

  #write(state: string, { reset, changes, forgotten }: ChangeSet): void {
    const { sql } = this.#file;
    if (reset) sql.exec(CLEAR, state);
    for (const { kind, id, sort, json } of changes) {
      const seq = this.#nextSeq();
      const parts = partsOf(json);
      parts.forEach((part, number) => sql.exec(PUT, state, kind, id, number, seq, sort, part));
      sql.exec(DELETE_FROM, state, kind, id, parts.length);
    }
    for (const { kind, id } of forgotten) sql.exec(DELETE, state, kind, id);
  }

  #nextSeq(): number {
    this.#seq ??= Number(this.#file.sql.exec(LAST).toArray()[0]?.['seq']);
    return (this.#seq += 1);
  }
}

/** A text in pieces that fit into a row each. None ends in the middle of a character: SQLite would not give it back. */
function partsOf(json: string | null): (string | null)[] {
  if (json === null || json.length <= PART) return [json];
  const parts: string[] = [];
  for (let start = 0; start < json.length;) {
    const end = start + PART;
    const isInside = /[\uD800-\uDBFF]/.test(json.charAt(end - 1));
    parts.push(json.slice(start, isInside ? end - 1 : end));
    start = isInside ? end - 1 : end;
  }
  return parts;
}

/** Work that fails half-way leaves nothing behind. */
function attempt<T>(state: StoredState, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!isEmpty(state.takeChanges())) forget(state);
    throw error;
  }
}

/** Has a state loaded anew. */
function forget(state: StoredState): void {
  state.clear();
  state.version = 0;
}
