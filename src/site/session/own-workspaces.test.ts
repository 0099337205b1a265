import { expect, test } from 'vitest';
import { isWorkspaceKey, OwnWorkspaces } from './own-workspaces.ts';

function storage(text?: string) {
  const entries = new Map<string, string>(text === undefined ? [] : [['orbinto-workspaces', text]]);
  return {
    getItem: (name: string) => entries.get(name) ?? null,
    setItem: (name: string, value: string) => void entries.set(name, value),
  };
}

const own = { key: 'sk_test_temporary00000000000000000000000001', expiresAt: 1000 };

test('a workspace is remembered by this browser, for its server, until it ends', () => {
  const kept = storage();
  new OwnWorkspaces(kept, () => 0).set('hosted', own);
  const at = (now: number, server = 'hosted') => new OwnWorkspaces(kept, () => now).of(server);
  expect(at(999)).toEqual(own);
  expect(at(1000)).toBeUndefined();
  expect(at(999, 'http://127.0.0.1:4010')).toBeUndefined();
  expect(at(999, 'constructor')).toBeUndefined();
  new OwnWorkspaces(kept, () => 0).set('hosted', undefined);
  expect(at(0)).toBeUndefined();
});

test('one whose end is not known is remembered until it is forgotten', () => {
  const workspaces = new OwnWorkspaces(storage(), () => 1e15);
  workspaces.set('sandbox', { ...own, expiresAt: null });
  expect(workspaces.of('sandbox')?.key).toBe(own.key);
});

test.each([
  '{',
  'null',
  '[]',
  '{"hosted":null}',
  '{"hosted":{"key":"sk_live_abc12345","expiresAt":null}}',
  '{"hosted":{}}',
])('what else stands in storage opens nothing: %s', (text) => {
  expect(new OwnWorkspaces(storage(text), () => 0).of('hosted')).toBeUndefined();
});

test('without storage it is remembered as long as the page', () => {
  const refuse = () => {
    throw new DOMException('No', 'SecurityError');
  };
  for (const refused of [undefined, { getItem: refuse, setItem: refuse }]) {
    const workspaces = new OwnWorkspaces(refused, () => 0);
    workspaces.set('hosted', own);
    expect(workspaces.of('hosted')).toEqual(own);
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
