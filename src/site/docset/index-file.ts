import { DatabaseSync } from 'node:sqlite';
import type { DocsetEntry } from './entries.ts';

/**
 * Writes the index of a docset, in the order given: the same entries make the same file.
 *
 * @param pathOf gives the path of an entry's page in the docset
 * @see https://kapeli.com/docsets#createsqlite
 */
export function writeIndex(file: string, entries: readonly DocsetEntry[], pathOf: (address: string) => string): void {
  const database = new DatabaseSync(file);
  try {
    database.exec(`
      CREATE TABLE searchIndex(id INTEGER PRIMARY KEY, name TEXT, type TEXT, path TEXT);
      CREATE UNIQUE INDEX anchor ON searchIndex (name, type, path);
      BEGIN;
    `);
    const insert = database.prepare('INSERT INTO searchIndex(name, type, path) VALUES (?, ?, ?)');
    for (const { name, type, address } of entries) insert.run(name, type, pathOf(address));
    database.exec('COMMIT; VACUUM;');
  } finally {
    database.close();
  }
}
