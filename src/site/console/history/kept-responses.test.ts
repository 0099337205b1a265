import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeStorage } from '../../../../tests/fake-storage.ts';
import type { EnvironmentId } from '../../session/environments.ts';
import type { ApiResponse } from '../../session/request/send-request.ts';
import type * as Answers from './kept-responses.ts';

const response = (text: string): ApiResponse => ({
  kind: 'response',
  status: 200,
  headers: [['x-request-id', 'req_1']],
  mediaType: 'application/json',
  text,
  bytes: new Uint8Array(),
  size: text.length,
  milliseconds: 1,
});

/** The module as a fresh page has it: storage outlives it, memory does not. */
async function openPage(): Promise<typeof Answers> {
  vi.resetModules();
  return import('./kept-responses.ts');
}

let local: Storage;
let tab: Storage;

/** Keeps the answer of a call that stands in the history. */
async function keep(id: string, text: string, environment: EnvironmentId = 'sandbox'): Promise<void> {
  const call = { values: {}, body: '' };
  const past = { time: 1, operationId: 'x', method: 'GET', path: '/x', page: '/x/', environment, call, result: '200' };
  local.setItem(`orbinto-call:${id}`, JSON.stringify(past));
  (await openPage()).keepResponse(id, response(text), environment);
}

/** The history reads storage by index, too. */
function indexed(storage: Storage): Storage {
  Object.defineProperty(storage, 'length', { get: () => Object.keys(storage).length });
  Object.defineProperty(storage, 'key', { value: (index: number) => Object.keys(storage)[index] ?? null });
  return storage;
}

beforeEach(() => {
  local = indexed(fakeStorage());
  tab = fakeStorage();
  vi.stubGlobal('localStorage', local);
  vi.stubGlobal('sessionStorage', tab);
});
afterEach(() => vi.unstubAllGlobals());

test('an answer of the sandbox is there on the next page of the tab, as it was', async () => {
  await keep('1-a', '{"name":"Jane"}');
  const { hasResponse, responseTo } = await openPage();
  expect(hasResponse('1-a')).toBe(true);
  expect(responseTo('1-a')).toMatchObject({
    status: 200,
    text: '{"name":"Jane"}',
    headers: [['x-request-id', 'req_1']],
  });
});

test.each(['mock', 'live'] as const)('an answer of %s ends with the page', async (environment) => {
  await keep('1-a', '{}', environment);
  expect(Object.keys(tab)).toEqual([]);
  expect((await openPage()).responseTo('1-a')).toBeUndefined();
});

test.each(['{"secret":"whsec_abc"}', '{"password":"hunter2"}', '{"note":"sk_live_abc"}'])(
  'an answer with a secret in it ends with the page: %s',
  async (text) => {
    await keep('1-a', text);
    expect(Object.keys(tab)).toEqual([]);
  },
);

test('the oldest make room, and one that is too long is not kept', async () => {
  const { limits } = await openPage();
  const long = 'x'.repeat(limits.one - 1_000);
  for (let number = 10; number < 30; number += 1) await keep(`${number}-a`, long);
  await keep('30-a', 'x'.repeat(limits.one));
  const { hasResponse } = await openPage();
  expect([hasResponse('10-a'), hasResponse('29-a'), hasResponse('30-a')]).toEqual([false, true, false]);
  expect(Object.values(tab).join('').length).toBeLessThanOrEqual(limits.all);
});

test('an answer goes when its call has left the history, or the history is cleared', async () => {
  await keep('1-a', '{}');
  local.removeItem('orbinto-call:1-a');
  await keep('2-a', '{}');
  expect(Object.keys(tab)).toEqual(['orbinto-answer:2-a']);
  (await openPage()).forgetResponses();
  expect(Object.keys(tab)).toEqual([]);
});

test('what others wrote is passed over', async () => {
  const wrong = [
    '',
    '{',
    'null',
    '[]',
    '{}',
    '{"status":"200"}',
    '{"status":200,"size":1,"mediaType":"","headers":[1]}',
  ];
  const { responseTo } = await openPage();
  for (const text of wrong) {
    tab.setItem('orbinto-answer:1-a', text);
    expect(responseTo('1-a')).toBeUndefined();
  }
});
