import { beforeEach, expect, test } from 'vitest';
import { sandbox as policy } from '../generated/policies.ts';
import { Row } from './row.ts';
import type { StoredUndo } from './undo-entry.ts';
import { UndoLog } from './undo-log.ts';

const NOW = Date.parse('2026-03-02T09:00:00Z');

let rows: Map<string, StoredUndo>;
let log: UndoLog;
beforeEach(() => {
  rows = new Map();
  log = new UndoLog({
    counter: () => 5,
    undos: {
      get rows() {
        return [...rows.values()].map((value) => new Row(value, '', JSON.stringify(value)));
      },
      put: (entry) => rows.set(entry.id, entry),
    },
  });
});

const request = (id: string, method = 'POST') => ({ id, method, path: '/v1/contacts' });
const place = (id: string) => ({ id, sort: 'new' });
const was = (id: string) => ({ sort: 'old', json: `"${id}"` });

test('a request that has changed something is remembered with what was before, and the first of that', () => {
  log.begin(request('one'), NOW);
  log.note('contacts', place('a'), was('a'));
  log.note('contacts', place('a'), was('later'));
  log.note('contacts', place('b'), undefined);
  log.close();
  expect(log.entries).toEqual([
    {
      id: '1',
      seq: 1,
      request_id: 'one',
      request: 'POST /v1/contacts',
      at: '2026-03-02T09:00:00Z',
      counter: 5,
      before: [
        { kind: 'contacts', id: 'a', sort: 'old', json: '"a"' },
        { kind: 'contacts', id: 'b', sort: 'new', json: null },
      ],
    },
  ]);
});

test('a request that has changed nothing is not remembered, unless it counts as a change', () => {
  log.begin(request('one'), NOW);
  log.close();
  log.close();
  expect(log.entries).toEqual([]);
  log.begin(request('two'), NOW, { isChange: true, counter: 3 });
  log.close();
  expect(log.entries).toMatchObject([{ request_id: 'two', counter: 3, before: [] }]);
});

test('what changes on its own belongs to the request before it, and to none where there is none', () => {
  log.note('deliveries', place('early'), undefined);
  log.close();
  expect(log.entries).toEqual([]);
  log.begin(request('one'), NOW);
  log.note('contacts', place('a'), undefined);
  log.close();
  log.note('contacts', place('a'), was('changed'));
  log.note('deliveries', place('d'), undefined);
  log.close();
  log.begin(request('one'), NOW);
  log.note('events', place('e'), undefined);
  log.close();
  expect(log.entries.map(({ before }) => before?.map(({ id, json }) => [id, json]))).toEqual([
    [
      ['a', null],
      ['d', null],
      ['e', null],
    ],
  ]);
});

test('what a log keeps of itself is no change, nor is the end of the workspace', () => {
  log.begin(request('one'), NOW);
  log.note('undos', place('1'), undefined);
  log.note('settings', place('life'), undefined);
  log.close();
  expect(log.entries).toEqual([]);
  log.begin(request('two'), NOW);
  log.note('settings', place('clock'), undefined);
  log.close();
  expect(log.entries).toHaveLength(1);
});

test('what was forgotten is neither a request nor a change', () => {
  log.begin(request('one'), NOW);
  log.note('contacts', place('a'), undefined);
  log.forget();
  log.close();
  expect(log.entries).toEqual([]);
});

test('where all was replaced, what was not there before is gone again', () => {
  const change = (id: string, json: string | null) => ({ kind: 'contacts', id, sort: '', json });
  log.begin(request('one'), NOW);
  log.noteAll([change('both', '"old"'), change('old', '"old"')], [change('both', '"new"'), change('new', '"new"')]);
  log.close();
  expect(log.last?.before).toEqual([change('both', '"old"'), change('new', null), change('old', '"old"')]);
});

test('the newest take the places of the oldest, and are told first', () => {
  for (let count = 1; count <= policy.undo_steps + 2; count += 1) {
    log.begin(request(`r${count}`), NOW);
    log.note('contacts', place('a'), undefined);
    log.close();
  }
  expect(rows.size).toBe(policy.undo_steps);
  const newest = policy.undo_steps + 2;
  expect(log.last?.request_id).toBe(`r${newest}`);
  expect(log.entries.map(({ request_id }) => request_id)).toEqual(
    Array.from({ length: policy.undo_steps }, (_, index) => `r${newest - index}`),
  );
});

test('what is too much is remembered without what was before, and stays so', () => {
  const half = 'x'.repeat(Math.floor(policy.undo_characters / 2));
  log.begin(request('one'), NOW);
  log.note('contacts', place('a'), { sort: '', json: half });
  log.close();
  expect(log.last?.before).toHaveLength(1);
  log.note('contacts', place('b'), { sort: '', json: half });
  log.close();
  expect(log.last).toMatchObject({ request_id: 'one', before: null });
  log.note('contacts', place('c'), undefined);
  log.close();
  expect(log.last?.before).toBeNull();
});
