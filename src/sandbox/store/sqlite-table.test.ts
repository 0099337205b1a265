import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { fc } from '../../../tests/fast-check.ts';
import type { Change, ChangeSet } from './record-store.ts';
import { openFile } from './sqlite-file.ts';
import { SqliteTable } from './sqlite-table.ts';

const WORKSPACES = ['one', 'two', 'three'];

const workspace = fc.constantFrom(...WORKSPACES);
const key = fc.record({ kind: fc.constantFrom('contacts', 'messages'), id: fc.constantFrom('a', 'b', 'c', 'd') });
const change: fc.Arbitrary<Change> = fc
  .tuple(key, fc.option(fc.nat().map(String)))
  .map(([named, json]) => ({ ...named, sort: named.id, json }));
const made: fc.Arbitrary<ChangeSet> = fc.record({
  reset: fc.boolean(),
  changes: fc.array(change, { maxLength: 40 }),
  forgotten: fc.array(key, { maxLength: 3 }),
});
const batch = fc.record({
  queue: fc.array(fc.record({ workspace, made }), { maxLength: 6 }),
  end: fc.constantFrom('committed', 'rolled back', 'committed, and opened anew'),
});
type Batch = typeof batch extends fc.Arbitrary<infer T> ? T : never;

/** What is kept of a workspace: the newest change of each record, in the order of the changes. */
type Model = Map<string, Map<string, Change>>;

function apply(model: Model, { queue }: Batch): Model {
  const next: Model = new Map([...model].map(([name, changes]) => [name, new Map(changes)]));
  for (const { workspace, made } of queue) {
    if (made.reset) next.delete(workspace);
    const changes = next.get(workspace) ?? new Map<string, Change>();
    next.set(workspace, changes);
    for (const change of made.changes) {
      changes.delete(`${change.kind}/${change.id}`);
      changes.set(`${change.kind}/${change.id}`, change);
    }
    for (const { kind, id } of made.forgotten) changes.delete(`${kind}/${id}`);
  }
  return next;
}

function expectToHold(database: DatabaseSync, table: SqliteTable, model: Model): void {
  for (const name of WORKSPACES) {
    const kept = table.read(name).map(({ kind, id, sort, json }) => ({ kind, id, sort, json }));
    expect(kept).toEqual([...(model.get(name)?.values() ?? [])]);
  }
  const rows = [...model.values()].reduce((sum, changes) => sum + changes.size, 0);
  expect(database.prepare('SELECT count(*) AS n FROM changes').get()?.['n']).toBe(rows);
}

test('holds the newest change of each record, in order, and no row more, whatever is written, rolled back or opened anew', () => {
  const folder = mkdtempSync(join(tmpdir(), 'table-'));
  let file = 0;
  fc.assert(
    fc.property(fc.array(batch, { maxLength: 8 }), (batches) => {
      const path = join(folder, `${(file += 1)}.db`);
      let database = openFile(path, 1);
      let table = new SqliteTable(database);
      let model: Model = new Map();
      for (const one of batches) {
        database.exec('BEGIN');
        for (const { workspace, made } of one.queue) table.write(workspace, made);
        if (one.end === 'rolled back') {
          database.exec('ROLLBACK');
        } else {
          database.exec('COMMIT');
          model = apply(model, one);
        }
        if (one.end === 'committed, and opened anew') {
          database.close();
          database = openFile(path, 1);
          table = new SqliteTable(database);
        }
        expectToHold(database, table, model);
      }
      database.close();
    }),
  );
  rmSync(folder, { recursive: true });
});

test('rows that are nobody’s go some at a time, until there are none, from a place that never was before', () => {
  const folder = mkdtempSync(join(tmpdir(), 'table-'));
  const database = openFile(join(folder, 'sandbox.db'), 1);
  const table = new SqliteTable(database);
  const places = [table.newPlace('one'), table.newPlace('one'), table.newPlace('two')];
  expect(new Set(places).size).toBe(3);
  const [place = '', other = ''] = places;
  const rows = (count: number): Change[] =>
    Array.from({ length: count }, (_, index) => ({ kind: 'contacts', id: `con_${index}`, sort: '', json: '{}' }));
  table.add(place, rows(501));
  table.add(other, rows(1));
  const sweeps = [table.sweep(place), table.sweep(place), table.sweep(place)];
  expect(sweeps).toEqual([true, true, false]);
  expect(database.prepare('SELECT workspace FROM changes').all()).toEqual([{ workspace: other }]);
  database.close();
  rmSync(folder, { recursive: true });
});
