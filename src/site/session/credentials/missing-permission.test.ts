import { describe, expect, it } from 'vitest';
import { loadDocument } from '../../../openapi/document/load.ts';
import { listOperations } from '../../../openapi/model/operations.ts';
import { bundleOperation } from '../../../openapi/bundle/bundled-operation.ts';
import { levels } from '../../../sandbox/generated/policies.ts';
import type { KeyLevel } from '../../../sandbox/generated/policies.ts';
import { Session } from '../session.ts';
import { scopesOf } from './operation-access.ts';
import { missingPermissionOf } from './missing-permission.ts';

const document = await loadDocument('spec/openapi.yaml');
const operations = listOperations(document).map((operation) => bundleOperation(document, operation));
const operationNamed = (id: string) => {
  const operation = operations.find(({ operationId }) => operationId === id);
  if (!operation) throw new Error(id);
  return operation;
};

function withKey(key: string, environment: 'sandbox' | 'mock' | 'live' = 'sandbox'): Session {
  const session = new Session();
  session.chooseEnvironment(environment);
  session.setKey(key);
  return session;
}

function signedIn(...scopes: string[]): Session {
  const session = new Session();
  const tokens = { accessToken: 'at', refreshToken: 'rt', scopes, expiresAt: 0 };
  session.setSignIn({ clientId: 'client_test', tokens });
  return session;
}

describe('shortfallOf', () => {
  it('judges a sandbox key as the sandbox does: every operation with every level', () => {
    expect(operations).not.toEqual([]);
    for (const operation of operations) {
      for (const level of Object.keys(levels) as KeyLevel[]) {
        const allowed = scopesOf(operation)?.every((scope) => levels[level].has(scope));
        const missing = missingPermissionOf(operation, withKey(`sk_test_${level}`));
        expect([operation.operationId, level, missing === undefined]).toEqual([operation.operationId, level, allowed]);
      }
    }
  });

  it('judges a token by its scopes: every operation with and without its own', () => {
    for (const operation of operations) {
      const [scope = ''] = scopesOf(operation) ?? [];
      expect(scope).not.toBe('');
      expect(missingPermissionOf(operation, signedIn(scope))).toBeUndefined();
      expect(missingPermissionOf(operation, signedIn('nothing:read'))?.remedies).toEqual([
        { kind: 'sign-in', scopes: [scope] },
      ]);
    }
  });

  it('names what a key lacks and offers the key that has it, of the same workspace', () => {
    const reply = operationNamed('replyToConversation');
    expect(missingPermissionOf(reply, withKey('sk_test_read'))).toEqual({
      message: 'Your key has level read; this needs write / conversations:write.',
      remedies: [
        { kind: 'key', key: 'sk_test_write' },
        { kind: 'sign-in', scopes: ['conversations:write'] },
      ],
    });
    const [first] = missingPermissionOf(reply, withKey('sk_test_acme2026_read_free'))?.remedies ?? [];
    expect(first).toEqual({ kind: 'key', key: 'sk_test_acme2026_write_free' });
    const [admin] =
      missingPermissionOf(operationNamed('createWebhook'), withKey('sk_test_acme2026_write'))?.remedies ?? [];
    expect(admin).toEqual({ kind: 'key', key: 'sk_test_acme2026_admin' });
  });

  it('tells a missing key, a mistyped one, and one of another environment', () => {
    const list = operationNamed('listContacts');
    expect(missingPermissionOf(list, withKey(''))?.message).toContain('No key');
    expect(missingPermissionOf(list, withKey('sk_test_x'))?.message).toContain('No sandbox key');
    for (const text of ['foo', 'my-key', 'SK_TEST_ADMIN', 'rt_test_abc', 'Bearer sk_test_admin'])
      expect(missingPermissionOf(list, withKey(text))).toEqual({
        message: 'This is no key: sandbox keys begin with sk_test_.',
        remedies: [{ kind: 'key', key: 'sk_test_admin' }],
      });
    expect(missingPermissionOf(list, withKey('at_test_abc'))).toBeUndefined();
    for (const environment of ['sandbox', 'mock'] as const) {
      const foreign = missingPermissionOf(list, withKey('sk_live_abc', environment));
      expect(foreign?.message).toContain('live key');
      expect(foreign?.remedies).toContainEqual({ kind: 'environment', id: 'live' });
    }
    expect(missingPermissionOf(list, withKey('sk_test_admin', 'live'))?.remedies).toEqual([
      { kind: 'environment', id: 'sandbox' },
    ]);
  });

  it('claims nothing of a live key, whose level only the API knows', () => {
    for (const operation of operations)
      expect(missingPermissionOf(operation, withKey('sk_live_abc', 'live'))).toBeUndefined();
  });
});
