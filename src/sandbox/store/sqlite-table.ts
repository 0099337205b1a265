import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Change, ChangeSet } from './record-store.ts';

/** The table of changes in the file: one row a record, its newest state, numbered in the order of the changes. */
export class SqliteTable {
  readonly #select: StatementSync;
  readonly #put: StatementSync;
  readonly #delete: StatementSync;
  readonly #clear: StatementSync;
  readonly #withStatus: StatementSync;
  readonly #names: StatementSync;
  #seq: number;

  constructor(database: DatabaseSync) {
    this.#select = database.prepare('SELECT kind, id, sort, json FROM changes WHERE workspace = ? ORDER BY seq');
    this.#put = database.prepare('INSERT OR REPLACE INTO changes VALUES (?, ?, ?, ?, ?, ?)');
    this.#delete = database.prepare('DELETE FROM changes WHERE workspace = ? AND kind = ? AND id = ?');
    this.#clear = database.prepare('DELETE FROM changes WHERE workspace = ?');
    this.#withStatus = database.prepare(
      `SELECT DISTINCT workspace FROM changes WHERE kind = ? AND json IS NOT NULL AND json_extract(json, '$.status') = ?`,
    );
    this.#names = database.prepare('SELECT workspace FROM changes GROUP BY workspace ORDER BY max(seq)');
    this.#seq = Number(database.prepare('SELECT max(seq) AS seq FROM changes').get()?.['seq'] ?? 0);
  }

  /** The changes of a workspace, oldest first. */
  read(workspace: string): Change[] {
    return this.#select.all(workspace) as unknown as Change[];
  }

  /** Writes what one request has changed. */
  write(workspace: string, { reset, changes, forgotten }: ChangeSet): void {
    if (reset) this.#clear.run(workspace);
    for (const { kind, id, sort, json } of changes) this.#put.run(workspace, kind, id, (this.#seq += 1), sort, json);
    for (const { kind, id } of forgotten) this.#delete.run(workspace, kind, id);
  }

  /** The workspaces that have a record of this kind and `status`. */
  workspacesWith(kind: string, status: string): string[] {
    return this.#withStatus.all(kind, status).map((row) => String(row['workspace']));
  }

  /** The workspaces that have changes, the one that was changed last at the end. */
  names(): string[] {
    return this.#names.all().map((row) => String(row['workspace']));
  }
}
