/** Why there can be no file to keep changes in. */
export const WITHOUT_SQLITE = `it takes the SQLite of Node 22.16 or newer; this is Node ${process.versions.node}`;

/** True where this Node has SQLite with all that the store wants of it. The first ones lack what tells of a transaction. */
export function hasSqlite(): boolean {
  const sqlite = process.getBuiltinModule('node:sqlite') as typeof import('node:sqlite') | undefined;
  if (!sqlite) return false;
  const database = new sqlite.DatabaseSync(':memory:');
  const { isTransaction } = database as { isTransaction?: boolean };
  database.close();
  return isTransaction !== undefined;
}

/** True where this Node cannot have it: as far as is known without loading it, which would take time. */
export function lacksSqlite(): boolean {
  return !process.getBuiltinModule('node:module').isBuiltin('node:sqlite');
}
