import { describe, expect, it } from 'vitest';
import { loadDocument } from '../../../openapi/load.ts';
import { listOperations } from '../../../openapi/operations.ts';
import { sliceOf } from '../../../openapi/slice.ts';
import { levels } from '../../../sandbox/generated/policies.ts';
import type { KeyLevel } from '../../../sandbox/generated/policies.ts';
import { Session } from '../session.ts';
import { scopesOf } from './scopes.ts';
import { shortfallOf } from './shortfall.ts';

const document = await loadDocument('spec/openapi.yaml');
const slices = listOperations(document).map((operation) => sliceOf(document, operation));
const sliceNamed = (id: string) => {
  const slice = slices.find(({ operationId }) => operationId === id);
  if (!slice) throw new Error(id);
  return slice;
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
    expect(slices).toHaveLength(30);
    for (const slice of slices) {
      for (const level of Object.keys(levels) as KeyLevel[]) {
        const allowed = scopesOf(slice)?.every((scope) => levels[level].has(scope));
        const shortfall = shortfallOf(slice, withKey(`sk_test_${level}`));
        expect([slice.operationId, level, shortfall === undefined]).toEqual([slice.operationId, level, allowed]);
      }
    }
  });

  it('judges a token by its scopes: every operation with and without its own', () => {
    for (const slice of slices) {
      const [scope = ''] = scopesOf(slice) ?? [];
      expect(scope).not.toBe('');
      expect(shortfallOf(slice, signedIn(scope))).toBeUndefined();
      expect(shortfallOf(slice, signedIn('nothing:read'))?.remedies).toEqual([{ kind: 'sign-in', scopes: [scope] }]);
    }
  });

  it('names what a key lacks and offers the key that has it, of the same workspace', () => {
    const reply = sliceNamed('replyToConversation');
    expect(shortfallOf(reply, withKey('sk_test_read'))).toEqual({
      message: 'Your key has level read; this needs write / conversations:write.',
      remedies: [
        { kind: 'key', key: 'sk_test_write' },
        { kind: 'sign-in', scopes: ['conversations:write'] },
      ],
    });
    const [first] = shortfallOf(reply, withKey('sk_test_acme2026_read_free'))?.remedies ?? [];
    expect(first).toEqual({ kind: 'key', key: 'sk_test_acme2026_write_free' });
    const [admin] = shortfallOf(sliceNamed('createWebhook'), withKey('sk_test_acme2026_write'))?.remedies ?? [];
    expect(admin).toEqual({ kind: 'key', key: 'sk_test_acme2026_admin' });
  });

  it('tells a missing key, a mistyped one, and one of another environment', () => {
    const list = sliceNamed('listContacts');
    expect(shortfallOf(list, withKey(''))?.message).toContain('No key');
    expect(shortfallOf(list, withKey('sk_test_x'))?.message).toContain('No sandbox key');
    for (const environment of ['sandbox', 'mock'] as const) {
      const foreign = shortfallOf(list, withKey('sk_live_abc', environment));
      expect(foreign?.message).toContain('live key');
      expect(foreign?.remedies).toContainEqual({ kind: 'environment', id: 'live' });
    }
    expect(shortfallOf(list, withKey('sk_test_admin', 'live'))?.remedies).toEqual([
      { kind: 'environment', id: 'sandbox' },
    ]);
  });

  it('claims nothing of a live key, whose level only the API knows', () => {
    for (const slice of slices) expect(shortfallOf(slice, withKey('sk_live_abc', 'live'))).toBeUndefined();
  });
});
