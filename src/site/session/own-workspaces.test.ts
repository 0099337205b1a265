import { afterEach, expect, test, vi } from 'vitest';
import { fakeStorage } from '../../../tests/fake-storage.ts';
import { isWorkspaceKey } from './own-workspaces.ts';
import { Session } from './session.ts';

const own = { key: 'sk_test_temporary00000000000000000000000001', expiresAt: 1000 };
const entry = 'orbinto-workspaces';

afterEach(() => void vi.useRealTimers());

test('a workspace is remembered by this browser, for its server, until it ends', () => {
  vi.useFakeTimers({ now: 0, toFake: ['Date'] });
  const storage = fakeStorage();
  const session = new Session(storage);
  session.chooseEnvironment('mock');
  session.useWorkspace(own);
  const again = new Session(storage);
  expect(again.key).toBe(own.key);
  again.setMockUrl('http://127.0.0.1:4999/v1');
  expect(again.key).toBe('sk_test_admin');
  again.chooseEnvironment('sandbox');
  expect(again.key).toBe('sk_test_admin');
  vi.setSystemTime(999);
  expect(session.key).toBe(own.key);
  vi.setSystemTime(1000);
  expect(session.key).toBe('sk_test_admin');
});

test('one whose end is not known is remembered until it is forgotten', () => {
  const storage = fakeStorage();
  new Session(storage).useWorkspace({ ...own, expiresAt: null });
  const session = new Session(storage);
  expect(session.key).toBe(own.key);
  session.useWorkspace(undefined);
  expect([session.key, new Session(storage).key]).toEqual(['sk_test_admin', 'sk_test_admin']);
});

test('a key that is typed comes before it, until another is made', () => {
  const session = new Session();
  session.useWorkspace({ ...own, expiresAt: null });
  session.setKey('sk_test_mycompany');
  expect(session.key).toBe('sk_test_mycompany');
  session.useWorkspace({ ...own, expiresAt: null });
  expect(session.key).toBe(own.key);
});

test.each([
  '{',
  'null',
  '[]',
  '7',
  '{"sandbox":null}',
  '{"sandbox":{"key":"sk_live_abc12345","expiresAt":null}}',
  '{"sandbox":{"key":7}}',
  '{"sandbox":{}}',
])('what else stands in storage opens nothing: %s', (text) => {
  const storage = fakeStorage();
  storage.setItem(entry, text);
  const session = new Session(storage);
  expect([session.key, session.workspace]).toEqual(['sk_test_admin', undefined]);
  session.useWorkspace({ ...own, expiresAt: null });
  expect(session.key).toBe(own.key);
});

test('without storage it is remembered as long as the page', () => {
  for (const storage of [undefined, fakeStorage(0)]) {
    const session = new Session(storage);
    session.useWorkspace({ ...own, expiresAt: null });
    expect(session.key).toBe(own.key);
  }
});

test('a key of a workspace is one of a sandbox, never a live one', () => {
  expect(['sk_test_admin', own.key, 'sk_test_mycompany_read_free'].every(isWorkspaceKey)).toBe(true);
  const others = [
    'sk_live_abc12345',
    'sk_test_',
    '',
    undefined,
    null,
    'sk_test_a b c d e',
    `sk_test_${'x'.repeat(200)}`,
  ];
  expect(others.some(isWorkspaceKey)).toBe(false);
});
