import { describe, expect, it, vi } from 'vitest';
import { environments } from './environments.ts';
import { Session } from './session.ts';
import type { SignIn } from './session-secrets.ts';
import { TabStore, idleLimit, keptEntry } from './tab-store.ts';

function memoryStorage() {
  const entries = new Map<string, string>();
  return {
    entries,
    getItem: (name: string) => entries.get(name) ?? null,
    setItem: (name: string, value: string) => void entries.set(name, value),
    removeItem: (name: string) => void entries.delete(name),
  };
}

const signIn = (accessToken: string): SignIn => ({
  clientId: 'client_test',
  tokens: { accessToken, refreshToken: `r-${accessToken}`, scopes: ['contacts:read'], expiresAt: 0 },
});

describe('Session', () => {
  it('starts in the in-page sandbox with a seeded key', () => {
    const session = new Session();
    expect(session.environment.id).toBe('sandbox');
    expect(session.key).toBe('sk_test_admin');
  });

  it('remembers the environment and the mock address, and never a key', () => {
    const storage = memoryStorage();
    const session = new Session(storage);
    session.chooseEnvironment('live');
    session.setKey('sk_live_secret');
    session.setMockUrl('http://localhost:4999/v1');
    session.chooseEnvironment('mock');
    expect(new Session(storage).environment.id).toBe('mock');
    expect(new Session(storage).environment.baseUrl).toBe('http://localhost:4999/v1');
    expect(JSON.stringify([...storage.entries])).not.toContain('secret');
  });

  it.each([
    'http://evil.example/v1',
    'http://localhost.evil.example/v1',
    'http://localhost@evil.example/v1',
    'localhost',
    '',
  ])('takes no other address for the mock than one on this machine: %s', (url) => {
    const storage = memoryStorage();
    storage.entries.set('orbinto-mock-url', url);
    const session = new Session(storage);
    session.chooseEnvironment('mock');
    expect(session.environment.baseUrl).toBe('http://127.0.0.1:4010/v1');
  });

  it('keeps one key per environment, so a live key is never offered to the mock', () => {
    const session = new Session();
    session.chooseEnvironment('live');
    expect(session.key).toBe('');
    session.setKey(' sk_live_secret \n');
    expect(session.key).toBe('sk_live_secret');
    session.chooseEnvironment('mock');
    expect(session.key).toBe('sk_test_admin');
  });

  it('keeps an emptied key empty', () => {
    const session = new Session();
    session.setKey('');
    expect(session.key).toBe('');
  });

  it('tells its listeners of each change until they leave', () => {
    const session = new Session();
    const listener = vi.fn();
    const leave = session.subscribe(listener);
    session.chooseEnvironment('mock');
    session.setKey('sk_test_read');
    leave();
    session.chooseEnvironment('live');
    expect(listener).toHaveBeenCalledTimes(2);
  });

  it('ignores what it does not know in storage', () => {
    const storage = memoryStorage();
    storage.setItem('orbinto-environment', 'constructor');
    storage.setItem('orbinto-mock-url', 'https://evil.example/v1');
    const session = new Session(storage);
    expect(session.environment.id).toBe('sandbox');
    session.chooseEnvironment('mock');
    expect(session.environment.baseUrl).toBe(environments.mock.baseUrl);
  });

  it('works where storage is forbidden', () => {
    const refuse = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    const session = new Session({ getItem: refuse, setItem: refuse });
    session.chooseEnvironment('mock');
    expect(session.environment.id).toBe('mock');
  });
});

describe('a sign-in', () => {
  it('is used instead of the key, until the reader prefers the key', () => {
    const session = new Session();
    session.setSignIn(signIn('at_1'));
    expect(session.secret).toBe('at_1');
    session.useKey(true);
    expect(session.secret).toBe('sk_test_admin');
    expect(session.signIn?.tokens.accessToken).toBe('at_1');
    session.useKey(false);
    expect(session.secret).toBe('at_1');
    session.setSignIn(undefined);
    expect(session.secret).toBe('sk_test_admin');
  });

  it('belongs to one environment, and among mocks to one address', () => {
    const session = new Session();
    session.setSignIn(signIn('at_sandbox'));
    session.chooseEnvironment('mock');
    expect(session.secret).toBe('sk_test_admin');
    session.setSignIn(signIn('at_mock'));
    session.setMockUrl('http://127.0.0.1:4999/v1');
    expect(session.secret).toBe('sk_test_admin');
    session.chooseEnvironment('live');
    expect(session.secret).toBe('');
    session.chooseEnvironment('sandbox');
    expect(session.secret).toBe('at_sandbox');
  });

  it('gets new tokens wherever the reader has gone meanwhile, and none after it was given up', () => {
    const session = new Session();
    const old = signIn('at_1');
    session.setSignIn(old);
    session.chooseEnvironment('live');
    session.replaceSignIn(old, signIn('at_2'));
    expect(session.secret).toBe('');
    session.chooseEnvironment('sandbox');
    expect(session.secret).toBe('at_2');
    session.setSignIn(undefined);
    session.replaceSignIn(old, signIn('at_3'));
    expect(session.signIn).toBeUndefined();
  });
});

describe('keeping secrets for the tab', () => {
  let now = 1_000_000;
  const open = (storage: ReturnType<typeof memoryStorage>) => new Session(undefined, new TabStore(storage, () => now));

  function keptSession() {
    const storage = memoryStorage();
    const session = open(storage);
    session.chooseEnvironment('live');
    session.setKey('sk_live_secret');
    session.keep(true);
    return { storage, session };
  }

  it('stores nothing before the reader asks for it, and one entry after', () => {
    const storage = memoryStorage();
    const session = open(storage);
    session.setKey('sk_test_mine2026');
    session.touch();
    expect(storage.entries.size).toBe(0);
    session.keep(true);
    expect([...storage.entries.keys()]).toEqual([keptEntry]);
  });

  it('gives the next page of the tab what was kept', () => {
    const { storage } = keptSession();
    const next = open(storage);
    next.chooseEnvironment('live');
    expect(next.key).toBe('sk_live_secret');
    expect(next.kept).toBe(true);
  });

  it('ends after 15 idle minutes, in a page that stays open', () => {
    const { storage, session } = keptSession();
    expect(idleLimit).toBe(15 * 60_000);
    now += idleLimit - 1;
    session.refresh();
    expect(session.key).toBe('sk_live_secret');
    now += 1;
    session.refresh();
    expect(session.key).toBe('');
    expect(storage.entries.size).toBe(0);
  });

  it('ends after 15 idle minutes without any page, on the next load', () => {
    const { storage } = keptSession();
    now += idleLimit;
    const next = open(storage);
    expect(next.hasSecrets).toBe(false);
    expect(storage.entries.size).toBe(0);
  });

  it('is gone where the entry says that it was used in the future: nobody can tell since when it lies idle', () => {
    const { storage } = keptSession();
    now -= 1;
    expect(open(storage).hasSecrets).toBe(false);
    expect(storage.entries.size).toBe(0);
  });

  it('counts from the last use', () => {
    const { session } = keptSession();
    now += idleLimit - 1;
    session.touch();
    now += idleLimit - 1;
    session.refresh();
    expect(session.key).toBe('sk_live_secret');
  });

  it('ends when the reader says so: no longer stored, still in memory', () => {
    const { storage, session } = keptSession();
    session.keep(false);
    expect(storage.entries.size).toBe(0);
    expect(session.key).toBe('sk_live_secret');
  });

  it('forgets everything, everywhere', () => {
    const { storage, session } = keptSession();
    session.setSignIn(signIn('at_1'));
    session.forget();
    expect(session.hasSecrets).toBe(false);
    expect(session.secret).toBe('');
    expect(storage.entries.size).toBe(0);
  });

  it('takes over what another page of the tab has renewed', () => {
    const { storage, session } = keptSession();
    const next = open(storage);
    next.chooseEnvironment('live');
    next.setKey('sk_live_rotated');
    session.refresh();
    expect(session.key).toBe('sk_live_rotated');
  });

  it('says so where the browser refuses', () => {
    const session = new Session(undefined, new TabStore(undefined));
    session.setKey('sk_test_mine2026');
    session.keep(true);
    expect(session.kept).toBe(false);
  });

  it('trusts nothing else that stands in the entry', () => {
    const storage = memoryStorage();
    storage.setItem(keptEntry, '{"usedAt":1000000,"secrets":{"keys":"x"}}');
    expect(open(storage).kept).toBe(false);
    expect(storage.entries.size).toBe(0);
  });
});
