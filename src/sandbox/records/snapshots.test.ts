import { expect, test } from 'vitest';
import { sandbox as policy } from '../generated/policies.ts';
import type { Change } from '../store/record-store.ts';
import { OWN_CAPS } from './caps.ts';
import { holderOf, Snapshots, snapshotsName } from './snapshots.ts';

const change = (id: string, characters = 0): Change => ({
  kind: 'contacts',
  id,
  sort: '',
  json: JSON.stringify({ id, text: 'x'.repeat(characters) }),
});
const gone: Change = { kind: 'contacts', id: 'con_gone', sort: 's', json: null };
const moment = (name: string, second = 0) => ({
  name,
  taken_at: `2026-03-02T09:00:0${second}Z`,
  now: 7,
  records: 1,
});

test('snapshots are named by their workspace, and tell it', () => {
  expect(holderOf(snapshotsName('mine'))).toBe('mine');
  expect(holderOf('mine')).toBe('mine');
  expect(new Snapshots('mine').name).toBe(snapshotsName('mine'));
});

test('what was kept is given back in its order, however much it is', () => {
  const snapshots = new Snapshots('mine');
  const content = [change('a', 150_000), gone, change('b', 150_000), change('c'), change('d', 400_000), change('e')];
  const { characters } = snapshots.add(moment('big'), content, OWN_CAPS);
  snapshots.add(moment('small', 1), [change('f')], OWN_CAPS);
  snapshots.add(moment('empty', 2), [], OWN_CAPS);
  expect(characters).toBeGreaterThan(700_000);
  expect(snapshots.contentOf('big')).toEqual(content);
  expect(snapshots.contentOf('small')).toEqual([change('f')]);
  expect([snapshots.contentOf('empty'), snapshots.contentOf('nobody')]).toEqual([[], []]);
  const sizes = snapshots.takeChanges().changes.map(({ json }) => json?.length ?? 0);
  // A row holds one record at least.
  expect(Math.max(...sizes)).toBeLessThan(600_000);
  expect(sizes.length).toBeGreaterThan(5);
});

test('they are listed as they were taken, whichever slot they are in, and found by their names', () => {
  const snapshots = new Snapshots('mine');
  for (const [second, name] of ['first', 'second', 'third'].entries())
    snapshots.add(moment(name, second), [change(name)], OWN_CAPS);
  snapshots.delete('first');
  snapshots.add(moment('fourth', 4), [change('fourth')], OWN_CAPS);
  expect(snapshots.list.map(({ name }) => name)).toEqual(['second', 'third', 'fourth']);
  expect(snapshots.get('third')).toMatchObject(moment('third', 2));
  expect([snapshots.get('first'), snapshots.contentOf('first')]).toEqual([undefined, []]);
  expect(snapshots.contentOf('fourth')).toEqual([change('fourth')]);
});

test('another reader of the same store sees what is there, and that it is gone', () => {
  const [one, other] = [new Snapshots('mine'), new Snapshots('mine')];
  one.add(moment('here'), [change('a')], OWN_CAPS);
  const made = one.takeChanges();
  expect(made.reset).toBe(false);
  other.apply(made.changes);
  expect(other.list).toEqual(one.list);
  expect(other.contentOf('here')).toEqual([change('a')]);
  one.delete('here');
  const { changes } = one.takeChanges();
  expect(changes.map(({ json }) => json)).toEqual([null, null]);
  other.apply(changes);
  expect([other.list, other.contentOf('here')]).toEqual([[], []]);
  expect(one.takeChanges()).toEqual({ reset: false, changes: [], forgotten: [] });
});

test('an end forgets all of them, once; to be cleared tells nobody', () => {
  const snapshots = new Snapshots('mine');
  snapshots.add(moment('here'), [change('a')], OWN_CAPS);
  snapshots.end();
  expect(snapshots.list).toEqual([]);
  expect(snapshots.takeChanges()).toEqual({ reset: true, changes: [], forgotten: [] });
  expect(snapshots.takeChanges().reset).toBe(false);
  snapshots.add(moment('again'), [change('b')], OWN_CAPS);
  snapshots.clear();
  expect([snapshots.list, snapshots.takeChanges()]).toEqual([[], { reset: false, changes: [], forgotten: [] }]);
});

test('there are so many of them and no more', () => {
  const snapshots = new Snapshots('mine');
  for (let count = 0; count < policy.snapshots; count += 1) snapshots.add(moment(`s${count}`), [], OWN_CAPS);
  const one = () => snapshots.add(moment('one'), [], OWN_CAPS);
  const told = { code: 'snapshot_limit_reached', message: expect.stringContaining(String(policy.snapshots)) as string };
  expect(one).toThrow(expect.objectContaining(told));
  snapshots.delete('s0');
  expect(one().name).toBe('one');
});

test('together they hold no more than a workspace may; the first one fits whatever it holds', () => {
  const snapshots = new Snapshots('mine');
  const { characters } = snapshots.add(moment('first'), [change('a', 500)], { ...OWN_CAPS, characters: 10 });
  const caps = { ...OWN_CAPS, characters: 2 * characters };
  expect(() => snapshots.add(moment('larger', 1), [change('a', 501)], caps)).toThrow(
    expect.objectContaining({
      code: 'snapshots_full',
      message: expect.stringContaining(String(2 * characters)) as string,
    }),
  );
  expect(snapshots.add(moment('second', 1), [change('b', 500)], caps).characters).toBe(characters);
});
