import { expect, test } from 'vitest';
import { MemoryStore } from './memory-store.ts';
import type { Change, ChangeSet, StoredState } from './record-store.ts';

const row = (id: string, json: string | null = '{}'): Change => ({ kind: 'contacts', id, sort: id, json });
const NOTHING: ChangeSet = { reset: false, changes: [], forgotten: [] };

/** A state that tells what it was made to take in. */
class State implements StoredState {
  readonly name: string;
  version = 0;
  held: string[] | undefined;
  #made: ChangeSet = NOTHING;

  constructor(name = 'one') {
    this.name = name;
  }

  change(made: Partial<ChangeSet>): void {
    this.#made = { ...NOTHING, ...made };
  }

  clear(): void {
    this.held = [];
  }

  apply(changes: Iterable<Change>): void {
    for (const { id, json } of changes) this.held?.push(json === '{}' ? id : `${id} ${json}`);
  }

  takeChanges(): ChangeSet {
    const made = this.#made;
    this.#made = NOTHING;
    return made;
  }
}

function fail(store: MemoryStore, state: State, made: Partial<ChangeSet> = { changes: [row('half-way')] }): void {
  const work = (): never => {
    state.change(made);
    throw new Error('Half-way');
  };
  expect(() => store.transact(state, work)).toThrow('Half-way');
}

test('work that fails before anything was kept leaves nothing', () => {
  const state = new State();
  fail(new MemoryStore(), state);
  expect(state.held).toEqual([]);
});

test('work that fails has the state take in what was kept of it, each record as it was last, and of no other state', () => {
  const [store, state, other] = [new MemoryStore(), new State(), new State('another')];
  const keep = (made: Partial<ChangeSet>, of = state) => store.transact(of, () => of.change(made));
  keep({ changes: [row('a'), row('b')] });
  keep({ changes: [row('a', '"again"'), row('c', null)] });
  keep({ changes: [row('x')] }, other);
  fail(store, state);
  expect(state.held).toEqual(['b', 'a "again"', 'c null']);
  keep({ forgotten: [row('c')] });
  fail(store, state);
  expect(state.held).toEqual(['b', 'a "again"']);
  keep({ reset: true, changes: [row('d')] });
  fail(store, state, { reset: true });
  expect(state.held).toEqual(['d']);
  store.drop('one');
  fail(store, state);
  expect(state.held).toEqual([]);
  fail(store, other);
  expect(other.held).toEqual(['x']);
});

test('work that changes nothing hands on its result, and has nothing taken in', () => {
  const [store, state] = [new MemoryStore(), new State()];
  expect(store.transact(state, () => 'read')).toBe('read');
  expect(state.held).toBeUndefined();
});
