import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeStorage } from '../../../tests/fake-storage.ts';
import { agentActs, forgetActs, markUndone, noteAct, watchActs } from './acts.ts';

beforeEach(() => vi.stubGlobal('sessionStorage', fakeStorage()));
afterEach(() => vi.unstubAllGlobals());

test('acts are kept for the tab, the latest first, until they are forgotten', () => {
  noteAct('Opened GET /contacts', { kind: 'place', path: '/guides/webhooks/', closes: true });
  noteAct('Sent POST /contacts to the sandbox: 201', { kind: 'request', requestId: 'req_1' });
  expect(agentActs().map(({ text }) => text)).toEqual([
    'Sent POST /contacts to the sandbox: 201',
    'Opened GET /contacts',
  ]);
  forgetActs();
  expect(agentActs()).toEqual([]);
});

test('fifty are kept', () => {
  for (let count = 0; count < 60; count += 1) noteAct(`Act ${count}`);
  expect(agentActs()).toHaveLength(50);
  expect(agentActs()[0]?.text).toBe('Act 59');
});

test('one that was taken back is told as such, and who watches is called', () => {
  noteAct('Filled in POST /contacts', { kind: 'form', operationId: 'createContact' });
  const seen = vi.fn();
  const end = watchActs(seen);
  markUndone(agentActs()[0]?.id ?? '');
  expect(agentActs()).toMatchObject([{ text: 'Filled in POST /contacts', undone: true }]);
  expect(seen).toHaveBeenCalledOnce();
  end();
  noteAct('Another');
  expect(seen).toHaveBeenCalledOnce();
});

test.each([
  ['no JSON', '{'],
  ['no list', '{"id":"1"}'],
  ['no act', '[1,null,{"id":"1","time":"now","text":"x"}]'],
  ['a time that is none', '[{"id":"1","time":1e300,"text":"x"}]'],
  [
    'a way back that leaves the site',
    '[{"id":"1","time":1,"text":"x","undo":{"kind":"place","path":"//example.com/"}}]',
  ],
  [
    'a way back that is a script',
    '[{"id":"1","time":1,"text":"x","undo":{"kind":"place","path":"javascript:alert(1)"}}]',
  ],
  ['a way back of no kind', '[{"id":"1","time":1,"text":"x","undo":{"kind":"shell"}}]'],
])('%s in storage is passed over', (_what, text) => {
  noteAct('Opened GET /contacts');
  sessionStorage.setItem(Object.keys(sessionStorage)[0] ?? '', text);
  expect(agentActs()).toEqual([]);
});

test('a storage that is forbidden keeps nothing and breaks nothing', () => {
  vi.stubGlobal('sessionStorage', undefined);
  noteAct('Opened GET /contacts');
  forgetActs();
  expect(agentActs()).toEqual([]);
});
