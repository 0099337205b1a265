import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { Change, ChangeSet } from './record-store.ts';
import { SqlitePlaces } from './sqlite-places.ts';

/** How many rows are written by one statement, at most: to run one costs as much as to write some rows. */
const MOST_ROWS = 32;

/** Sequence number, workspace, kind, id, sort, JSON. */
const COLUMNS = 6;

/**
 * The table of changes: the newest of each record, in the order in which they were made. What is new goes to its end, which is
 * the least that a commit can write.
 */
export class SqliteLog {
  readonly #database: DatabaseSync;
  readonly #select: StatementSync;
  readonly #clear: StatementSync;
  readonly #delete: StatementSync;
  /** By how many rows they write. */
  readonly #inserts = new Map<number, StatementSync>();
  #seq: number;
  #places: SqlitePlaces | undefined;

  constructor(database: DatabaseSync) {
    const range = 'seq BETWEEN ? AND ? AND workspace = ?';
    this.#database = database;
    this.#select = database.prepare(`SELECT kind, id, sort, json FROM changes WHERE ${range} ORDER BY seq`);
    this.#clear = database.prepare(`DELETE FROM changes WHERE ${range}`);
    this.#delete = database.prepare('DELETE FROM changes WHERE seq = ?');
    this.#seq = Number(database.prepare('SELECT max(seq) AS seq FROM changes').get()?.['seq'] ?? 0);
  }

  /** The changes of a workspace, oldest first. */
  read(workspace: string): Change[] {
    const range = this.#find().rangeOf(workspace);
    return range ? (this.#select.all(range.first, range.last, workspace) as unknown as Change[]) : [];
  }

  /** Writes what requests have changed, in their order. */
  write(queue: Iterable<{ readonly workspace: string; readonly made: ChangeSet }>): void {
    const places = this.#find();
    const outdated: (number | undefined)[] = [];
    let values: SQLInputValue[] = [];
    for (const { workspace, made } of queue) {
      if (made.reset) {
        values = this.#insert(values);
        const range = places.rangeOf(workspace);
        if (range) this.#clear.run(range.first, range.last, workspace);
        places.clear(workspace);
      }
      for (const change of made.changes) {
        const { kind, id, sort, json } = change;
        this.#seq += 1;
        outdated.push(places.put(workspace, change, this.#seq));
        values.push(this.#seq, workspace, kind, id, sort, json);
        if (values.length === MOST_ROWS * COLUMNS) values = this.#insert(values);
      }
      for (const key of made.forgotten) outdated.push(places.delete(workspace, key));
    }
    this.#insert(values);
    for (const seq of outdated) if (seq !== undefined) this.#delete.run(seq);
  }

  /** Is to be called when what was written last has not come into the file. */
  rollBack(): void {
    this.#places = undefined;
  }

  /** The workspaces that have a record of this kind and `status`. */
  workspacesWith(kind: string, status: string): string[] {
    const rows = this.#database
      .prepare(
        `SELECT DISTINCT workspace FROM changes WHERE kind = ? AND json IS NOT NULL AND json_extract(json, '$.status') = ?`,
      )
      .all(kind, status);
    return rows.map((row) => String(row['workspace']));
  }

  /** The workspaces that have changes, the one that was changed last at the end. */
  names(): string[] {
    const rows = this.#database.prepare('SELECT workspace FROM changes GROUP BY workspace ORDER BY max(seq)').all();
    return rows.map((row) => String(row['workspace']));
  }

  /** Where everything stands; read when it is first asked for. */
  #find(): SqlitePlaces {
    if (this.#places) return this.#places;
    const places = new SqlitePlaces();
    for (const row of this.#database.prepare('SELECT seq, workspace, kind, id FROM changes ORDER BY seq').iterate()) {
      places.put(String(row['workspace']), { kind: String(row['kind']), id: String(row['id']) }, Number(row['seq']));
    }
    return (this.#places = places);
  }

  /** @returns the values that are still to be written: none */
  #insert(values: readonly SQLInputValue[]): SQLInputValue[] {
    if (values.length > 0) this.#insertOf(values.length / COLUMNS).run(...values);
    return [];
  }

  #insertOf(count: number): StatementSync {
    let statement = this.#inserts.get(count);
    if (!statement) {
      const row = `(${new Array(COLUMNS).fill('?').join()})`;
      statement = this.#database.prepare(`INSERT INTO changes VALUES ${new Array(count).fill(row).join()}`);
      this.#inserts.set(count, statement);
    }
    return statement;
  }
}
