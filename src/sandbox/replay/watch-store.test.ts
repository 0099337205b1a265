import { expect, test } from 'vitest';
import { recordId } from '../ids.ts';
import type { ChangeSet, RecordStore, StoredState } from '../store/record-store.ts';
import { WatchedStore } from './watch-store.ts';

const [made = '', other = ''] = [1, 2].map((counter) => recordId('con', 1, 'watched', counter));
const seeded = 'con_abc123';
const put = (id: string, kind = 'contacts') => ({ kind, id, sort: '', json: '{}' });
const gone = (id: string, kind = 'contacts') => ({ ...put(id, kind), json: null });

/** A store that takes what it is given, and how it is watched. */
function watching() {
  const seen: StoredState[] = [];
  const store: RecordStore = {
    isBehind: ({ version }) => version === 0,
    transact: (state, work) => {
      seen.push(state);
      state.takeChanges();
      return work();
    },
    drop: () => undefined,
    close: () => undefined,
  };
  const watched = new WatchedStore(store, 'watched');
  let next: ChangeSet = { reset: false, changes: [], forgotten: [] };
  const state = (name: string): StoredState => ({
    name,
    version: 1,
    clear: () => undefined,
    apply: () => undefined,
    takeChanges: () => next,
  });
  const own = state('watched');
  const keep = (changes: ChangeSet['changes'], more: Partial<ChangeSet> = {}, of = own) => {
    next = { reset: false, changes, forgotten: [], ...more };
    return watched.transact(of, () => 'answer') as string;
  };
  return { watched, keep, state, seen };
}

test('what ends is dropped where it is kept', async () => {
  const dropped: string[] = [];
  const store = {
    transact: <T>(_state: StoredState, work: () => T) => work(),
    drop: (workspace: string) => void dropped.push(workspace),
    close: () => void dropped.push('all'),
  };
  const watched = new WatchedStore(store, 'watched');
  await watched.drop('watched');
  await watched.close();
  expect(dropped).toEqual(['watched', 'all']);
});

const told = (watched: WatchedStore): string[] =>
  watched.take().map(({ change, kind, id }) => [change, kind, id].filter(Boolean).join(' '));

test('a record that was made is new once; one of the sample data is changed', () => {
  const { watched, keep } = watching();
  expect(keep([put(made), put(seeded)])).toBe('answer');
  expect(told(watched)).toEqual([`created contacts ${made}`, `changed contacts ${seeded}`]);
  keep([put(made)]);
  expect(told(watched)).toEqual([`changed contacts ${made}`]);
  expect(told(watched)).toEqual([]);
});

test('what happened to a record until it is told is told in one', () => {
  const { watched, keep } = watching();
  keep([put(made), put(seeded)]);
  keep([put(made), gone(seeded)]);
  expect(told(watched)).toEqual([`created contacts ${made}`, `deleted contacts ${seeded}`]);
  keep([gone(made)]);
  keep([], { forgotten: [{ kind: 'contacts', id: other }] });
  expect(told(watched)).toEqual([`deleted contacts ${made}`, `deleted contacts ${other}`]);
});

test('a reset forgets what was done before it, and what was known', () => {
  const { watched, keep } = watching();
  keep([put(made), put(seeded)]);
  keep([put(made)], { reset: true });
  expect(told(watched)).toEqual(['reset', `created contacts ${made}`]);
});

test('secrets, events and what undoes a request are nobody’s to see', () => {
  const { watched, keep } = watching();
  keep([put('1', 'secrets'), put('2', 'events'), put('3', 'undos'), put('clock', 'settings')]);
  expect(told(watched)).toEqual(['changed settings clock']);
});

test('no other state is watched, and a watched one stays the same to its store', () => {
  const { watched, keep, state, seen } = watching();
  const neighbour = state('neighbour');
  keep([put(made)], {}, neighbour);
  expect(seen).toEqual([neighbour]);
  expect(told(watched)).toEqual([]);
  keep([]);
  keep([]);
  expect(seen[1]).toBe(seen[2]);
  expect(seen[1]).toMatchObject({ name: 'watched', version: 1 });
  expect([watched.isBehind({ ...neighbour, version: 0 }), watched.isBehind(neighbour)]).toEqual([true, false]);
});
