import { expect, test } from 'vitest';
import { fc } from '../../../tests/fast-check.ts';
import { Collection, createBase } from './collection.ts';
import type { CollectionOptions } from './collection.ts';

interface Item {
  readonly id: string;
  readonly at: string;
  readonly team: string | null;
}

const OPTIONS: CollectionOptions<Item> = { sort: (item) => item.at, group: (item) => item.team };
const SEEDED: readonly Item[] = [
  { id: 'b', at: '2026-01-02', team: 'red' },
  { id: 'a', at: '2026-01-01', team: 'red' },
  { id: 'c', at: '2026-01-02', team: null },
];
const base = createBase(SEEDED, OPTIONS);

const open = (): Collection<Item> =>
  new Collection(OPTIONS, () => base, { before: () => undefined, changed: () => undefined });

const item = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  at: fc.constantFrom('2026-01-01', '2026-01-02', '2026-01-03'),
  team: fc.constantFrom('red', 'blue', null),
});
const changes = fc.array(fc.record({ item, isDeletion: fc.boolean() }), { maxLength: 40 });

function ordered(items: Iterable<Item>): Item[] {
  return [...items].sort((x, y) => (x.at + x.id < y.at + y.id ? -1 : 1));
}

test('holds what a plain map holds, in order, after any changes', () => {
  fc.assert(
    fc.property(changes, (list) => {
      const collection = open();
      const model = new Map(SEEDED.map((record) => [record.id, record]));
      for (const change of list) {
        if (change.isDeletion) {
          collection.delete(change.item.id);
          model.delete(change.item.id);
        } else {
          collection.put(change.item);
          model.set(change.item.id, change.item);
        }
      }
      const expected = ordered(model.values());
      expect(collection.rows.map(({ value }) => value)).toEqual(expected);
      for (const id of 'abcdef') expect(collection.get(id)?.value).toEqual(model.get(id));
      for (const team of ['red', 'blue']) {
        expect(collection.group(team).map(({ value }) => value)).toEqual(expected.filter((each) => each.team === team));
      }
    }),
  );
});

test('what one workspace changes no other sees', () => {
  const [first, second] = [open(), open()];
  first.put({ id: 'a', at: '2026-01-01', team: 'blue' });
  first.delete('b');
  expect(second.rows.map(({ value }) => value)).toEqual(ordered(SEEDED));
  expect(second.group('red').map(({ id }) => id)).toEqual(['a', 'b']);
});

test('clearing brings the seeded records back', () => {
  const collection = open();
  collection.put({ id: 'd', at: '2026-01-09', team: 'red' });
  collection.delete('a');
  collection.clear();
  expect(collection.rows.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(collection.get('d')).toBeUndefined();
});

test('tells of every change, and of nothing that is only taken in', () => {
  const told: string[] = [];
  const collection = new Collection(OPTIONS, () => base, {
    before: (isDeletion) => told.push(`before ${String(isDeletion)}`),
    changed: (row, isDeleted) => told.push(`${row.id} ${String(isDeleted)}`),
  });
  collection.put({ id: 'd', at: '2026-01-09', team: null });
  collection.delete('d');
  collection.delete('nobody');
  collection.remove('a');
  expect(told).toEqual(['before false', 'd false', 'before true', 'd true']);
});

test('knows how much text its own records have', () => {
  const collection = open();
  const length = (record: Item) => JSON.stringify(record).length;
  const [first, other] = [
    { id: 'd', at: '2026-01-09', team: null },
    { id: 'a', at: '2026-01-01', team: 'blue' },
  ];
  collection.put(first);
  collection.put(other);
  expect(collection.size).toBe(length(first) + length(other));
  collection.put({ ...first, team: 'red' });
  expect(collection.size).toBe(length({ ...first, team: 'red' }) + length(other));
  collection.delete('a');
  collection.delete('c');
  collection.delete('d');
  expect(collection.size).toBe(0);
});
