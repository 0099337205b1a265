import { beforeEach, expect, test } from 'vitest';
import { fakeStorage } from '../../../tests/fake-storage.ts';
import { sandbox as policy } from '../generated/policies.ts';
import { createSandbox } from '../sandbox.ts';
import { beginningOf } from './beginning.ts';
import { play } from './play.ts';
import { TabRecorder } from './tab-recorder.ts';
import type { LookAt } from './tab-recorder.ts';

const KEY = 'sk_test_secretworkspace1';
const START = Date.parse('2026-03-02T09:00:00Z');

let storage: Storage;
let now: number;
beforeEach(() => {
  storage = fakeStorage();
  now = START;
});

const open = (lookAt: LookAt = () => Promise.resolve(undefined)): TabRecorder =>
  new TabRecorder({ storage, seed: 1, now: () => now, lookAt });

function requestTo(path: string, method = 'GET', body?: object, key = KEY): Request {
  const headers = { Authorization: `Bearer ${key}`, ...(body && { 'Content-Type': 'application/json' }) };
  return new Request(`http://x${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
}

test('what a tab sends is there on its next page, in order, without the key', async () => {
  const first = open();
  void first.note(requestTo('/v1/contacts', 'POST', { email: 'a@example.com' }));
  now += 2_000;
  await first.note(requestTo('/v1/contacts?limit=1'));
  await open().note(requestTo('/_sandbox/clock', 'POST', { advance_seconds: 60 }));
  const file = open().fileOf(KEY);
  expect(file).toMatchObject({ start: '2026-03-02T09:00:00.000Z', seed: 1 });
  expect(file?.steps.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'POST /v1/contacts',
    'GET /v1/contacts?limit=1',
    'POST /_sandbox/clock',
  ]);
  expect(JSON.stringify(storage)).not.toContain('secretworkspace1');
});

test('looks at the controls, other workspaces and what names none are not part of it; a reset begins it anew', async () => {
  const recorder = open();
  await recorder.note(requestTo('/_sandbox/deliveries'));
  await recorder.note(requestTo('/v1/contacts', 'GET', undefined, 'at_test_token'));
  expect(recorder.fileOf(KEY)).toBeUndefined();
  await recorder.note(requestTo('/v1/contacts', 'GET', undefined, 'sk_test_otherworkspace'));
  await recorder.note(requestTo('/v1/operators'));
  expect(recorder.fileOf(KEY)?.steps).toHaveLength(1);
  now += 5_000;
  await recorder.note(requestTo('/_sandbox/reset', 'POST'));
  expect(recorder.fileOf(KEY)).toMatchObject({ start: '2026-03-02T09:00:05.000Z', steps: [] });
});

test('a session in a workspace that was changed before begins where that stood', async () => {
  const sandbox = createSandbox();
  const ask = (path: string, method: string, body?: object) => sandbox.fetch(requestTo(path, method, body));
  await ask('/v1/contacts', 'POST', { email: 'a@example.com' });
  await ask('/_sandbox/receiver', 'PUT', { status: 500 });
  await ask('/_sandbox/faults', 'PUT', { recipe: 'webhook-late', count: 3 });
  await ask('/_sandbox/clock', 'POST', { now: '2027-01-01T00:00:00Z', frozen: true });
  const recorder = open(() => beginningOf((path) => ask(`/_sandbox${path}`, 'GET')));
  for (const path of ['/_sandbox/state', '/_sandbox/receiver', '/_sandbox/faults', '/_sandbox/clock']) {
    await recorder.note(requestTo(path.replace('/_sandbox/state', '/v1/contacts?email=a@example.com')));
  }
  const file = recorder.fileOf(KEY);
  const last: string[] = [];
  for await (const { answer } of play(file ?? expect.unreachable())) last.push(answer.body);
  expect(file?.start).toBe('2027-01-01T00:00:00.000Z');
  expect(last.at(-1)).toContain('"a@example.com"');
  expect(JSON.stringify(last)).toContain('webhook-late');
  await sandbox.close();
});

test('more than a file holds is none, until the next reset; so is what storage has no room for', async () => {
  const recorder = open();
  const long = { name: 'x'.repeat(policy.replay_characters) };
  await recorder.note(requestTo('/v1/contacts', 'POST', long));
  await recorder.note(requestTo('/v1/contacts'));
  expect(recorder.fileOf(KEY)).toBeNull();
  await recorder.note(requestTo('/_sandbox/reset', 'POST'));
  expect(recorder.fileOf(KEY)?.steps).toEqual([]);
  const { setItem } = storage;
  storage.setItem = (key, value) => {
    if (value.length > 300) throw new DOMException('full', 'QuotaExceededError');
    setItem.call(storage, key, value);
  };
  await recorder.note(requestTo('/v1/contacts', 'POST', { name: 'x'.repeat(300) }));
  expect(recorder.fileOf(KEY)).toBeNull();
});

test('a workspace that cannot be looked at, and storage that is forbidden, keep nobody from an answer', async () => {
  const recorder = open(() => Promise.reject(new Error('no')));
  await recorder.note(requestTo('/v1/contacts'));
  expect(recorder.fileOf(KEY)).toBeUndefined();
  const without = new TabRecorder({
    storage: undefined,
    seed: 1,
    now: () => now,
    lookAt: () => Promise.resolve(undefined),
  });
  await without.note(requestTo('/v1/contacts'));
  expect(without.fileOf(KEY)).toBeUndefined();
});

test('a request of a long session costs no more storage than its own step and the count', async () => {
  const recorder = open();
  const long = { name: 'x'.repeat(10_000) };
  for (let sent = 0; sent < 20; sent += 1) await recorder.note(requestTo('/v1/contacts', 'POST', long));
  let written = 0;
  const { setItem } = storage;
  storage.setItem = (key, value) => {
    written += value.length;
    setItem.call(storage, key, value);
  };
  await recorder.note(requestTo('/v1/operators'));
  expect(written).toBeLessThan(500);
  expect(recorder.fileOf(KEY)?.steps).toHaveLength(21);
  await recorder.note(requestTo('/_sandbox/reset', 'POST'));
  expect(JSON.stringify(storage)).not.toContain('x'.repeat(3));
});

test('where a session begins with more than a file holds, there is none', async () => {
  const body = JSON.stringify({ text: 'x'.repeat(policy.replay_characters) });
  const recorder = open(() => Promise.resolve({ now, requests: [{ method: 'PUT', path: '/_sandbox/state', body }] }));
  await recorder.note(requestTo('/v1/contacts'));
  expect(recorder.fileOf(KEY)).toBeNull();
});

test('what somebody else has written in its place is no recording', async () => {
  await open().note(requestTo('/v1/contacts'));
  for (const name of Object.keys(storage)) storage.setItem(name, '{');
  expect(open().fileOf(KEY)).toBeUndefined();
});

test('where storage takes nothing any more, what was kept is taken out', async () => {
  const recorder = open();
  await recorder.note(requestTo('/v1/contacts'));
  storage.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  await recorder.note(requestTo('/v1/operators'));
  expect(Object.keys(storage).filter((name) => name.startsWith('orbinto-replay'))).toEqual([]);
});
