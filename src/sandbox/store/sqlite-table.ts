import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Change, ChangeSet } from './record-store.ts';

/** What the names of settings begin with that say where a workspace's rows stand. */
const PLACE = 'place/';
const PLACES = `SELECT substr(name, ${PLACE.length + 1}) AS workspace, value AS place FROM settings WHERE name LIKE '${PLACE}%'`;
/** Rows that were written to replace others and never did, and rows that were replaced. */
const SWEEP_ALL = `
  DELETE FROM changes WHERE instr(workspace, '/') > 0 AND workspace NOT IN (SELECT place FROM (${PLACES}));
  DELETE FROM changes WHERE workspace IN (SELECT workspace FROM (${PLACES}))`;
const SWEEP = `
  DELETE FROM changes WHERE workspace = ? AND (kind, id) IN (SELECT kind, id FROM changes WHERE workspace = ? LIMIT 500)`;

/** The table of changes in the file: one row a record, its newest state, numbered in the order of the changes. */
export class SqliteTable {
  readonly #select: StatementSync;
  readonly #put: StatementSync;
  readonly #delete: StatementSync;
  readonly #clear: StatementSync;
  readonly #withStatus: StatementSync;
  readonly #names: StatementSync;
  readonly #place: StatementSync;
  readonly #sweep: StatementSync;
  #seq: number;
  /**
   * Under which name the rows of a workspace stand that was replaced; those of all others stand under their own. To be set again
   * after a transaction that failed.
   */
  places: ReadonlyMap<string, string>;

  constructor(database: DatabaseSync) {
    database.exec(SWEEP_ALL);
    this.#select = database.prepare('SELECT kind, id, sort, json FROM changes WHERE workspace = ? ORDER BY seq');
    this.#put = database.prepare('INSERT OR REPLACE INTO changes VALUES (?, ?, ?, ?, ?, ?)');
    this.#delete = database.prepare('DELETE FROM changes WHERE workspace = ? AND kind = ? AND id = ?');
    this.#clear = database.prepare('DELETE FROM changes WHERE workspace = ?');
    this.#withStatus = database.prepare(
      `SELECT DISTINCT workspace FROM changes WHERE kind = ? AND json IS NOT NULL AND json_extract(json, '$.status') = ?`,
    );
    this.#names = database.prepare('SELECT workspace FROM changes GROUP BY workspace ORDER BY max(seq)');
    this.#place = database.prepare('INSERT OR REPLACE INTO settings VALUES (?, ?)');
    this.#sweep = database.prepare(SWEEP);
    this.places = new Map(
      database
        .prepare(PLACES)
        .all()
        .map((row) => [String(row['workspace']), String(row['place'])]),
    );
    this.#seq = Number(database.prepare('SELECT max(seq) AS seq FROM changes').get()?.['seq'] ?? 0);
  }

  /** The changes of a workspace, oldest first. */
  read(workspace: string): Change[] {
    return this.#select.all(this.placeOf(workspace)) as unknown as Change[];
  }

  /** Writes what one request has changed. @param place where rows were written that take the place of all before */
  write(workspace: string, { reset, changes, forgotten }: ChangeSet, place?: string): void {
    if (place !== undefined) this.#move(workspace, place);
    const at = this.placeOf(workspace);
    if (reset && place === undefined) this.#clear.run(at);
    this.add(at, changes);
    for (const { kind, id } of forgotten) this.#delete.run(at, kind, id);
  }

  /** A place for rows that are to replace those of a workspace: one that never was before. */
  newPlace(workspace: string): string {
    return `${workspace}/${(this.#seq += 1)}`;
  }

  add(place: string, changes: readonly Change[]): void {
    for (const { kind, id, sort, json } of changes) this.#put.run(place, kind, id, (this.#seq += 1), sort, json);
  }

  /** The place of a workspace's rows. */
  placeOf(workspace: string): string {
    return this.places.get(workspace) ?? workspace;
  }

  /** Takes some rows out of a place that is nobody's. @returns whether there are more */
  sweep(place: string): boolean {
    return this.#sweep.run(place, place).changes > 0;
  }

  #move(workspace: string, place: string): void {
    this.places = new Map(this.places).set(workspace, place);
    this.#place.run(`${PLACE}${workspace}`, place);
  }

  /** The workspaces whose rows stand in these places; a place that is nobody's is left out. */
  #namesOf(places: readonly string[]): string[] {
    return places.flatMap((place) => {
      const [name = ''] = place.split('/', 1);
      return this.placeOf(name) === place ? [name] : [];
    });
  }

  /** The workspaces that have a record of this kind and `status`. */
  workspacesWith(kind: string, status: string): string[] {
    return this.#namesOf(this.#withStatus.all(kind, status).map((row) => String(row['workspace'])));
  }

  /** The workspaces that have changes, the one that was changed last at the end. */
  names(): string[] {
    return this.#namesOf(this.#names.all().map((row) => String(row['workspace'])));
  }
}
