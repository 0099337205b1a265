import { describe, expect, test } from 'vitest';
import { isLiveKey, keyOf, parseKey, SEEDED_KEYS, SEEDED_WORKSPACE, tokenLimitKey, workspaceOf } from './keys.ts';

describe('a key', () => {
  test.each([
    ['sk_test_read', 'seeded', 'read', 'professional'],
    ['sk_test_write', 'seeded', 'write', 'professional'],
    ['sk_test_admin', 'seeded', 'admin', 'professional'],
    ['sk_test_free', 'seeded', 'admin', 'free'],
    ['sk_test_basic', 'seeded', 'admin', 'basic'],
    ['sk_test_professional', 'seeded', 'admin', 'professional'],
    ['sk_test_enterprise', 'seeded', 'admin', 'enterprise'],
    ['sk_test_mycompany', 'mycompany', 'admin', 'professional'],
    ['sk_test_Company9_read', 'Company9', 'read', 'professional'],
    ['sk_test_mycompany_free', 'mycompany', 'admin', 'free'],
    ['sk_test_mycompany_write_enterprise', 'mycompany', 'write', 'enterprise'],
  ])('%s opens %s at level %s on the %s plan', (key, workspace, level, plan) => {
    expect(parseKey(key)).toMatchObject({ kind: 'key', workspace, level, plan });
  });

  test.each([
    'sk_test_',
    'sk_test_x',
    'sk_test_seven77',
    'sk_test_mycompany_owner',
    'sk_test_mycompany_free_read',
    'sk_test_my-company',
    `sk_test_${'x'.repeat(65)}`,
    'sk_live_mycompany',
    'SK_TEST_ADMIN',
    '__proto__',
    'constructor',
    '',
  ])('%j opens nothing', (key) => {
    expect(parseKey(key)).toBeUndefined();
  });

  test('of the seeded workspace shares its records, not its limits', () => {
    const opened = SEEDED_KEYS.map(parseKey);
    expect(new Set(opened.map((key) => key?.workspace)).size).toBe(1);
    expect(new Set(opened.map((key) => key?.limitKey)).size).toBe(SEEDED_KEYS.length);
  });

  test('of the live API is known by its beginning', () => {
    expect(isLiveKey('sk_live_abc123')).toBe(true);
    expect(isLiveKey('sk_test_admin')).toBe(false);
  });
});

test('a workspace has a key that opens all of it', () => {
  for (const workspace of [SEEDED_WORKSPACE, 'mycompany'])
    expect(parseKey(keyOf(workspace))).toMatchObject({ workspace, level: 'admin', plan: 'professional' });
});

test('what requests are counted under tells the workspace, and an address none', () => {
  expect(workspaceOf('sk_test_mycompany_read')).toBe('mycompany');
  expect(workspaceOf(tokenLimitKey('client_test', 'mycompany'))).toBe('mycompany');
  expect(workspaceOf('127.0.0.1')).toBe('');
  expect(workspaceOf('a client client_test mycompany')).toBe('');
});
