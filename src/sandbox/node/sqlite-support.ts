/** Why there is no file to keep changes in: said of a Node that is too old. */
export const WITHOUT_SQLITE = `it takes SQLite, which Node has from 22.16 on; this is ${process.version}`;

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
