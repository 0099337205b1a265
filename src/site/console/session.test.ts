import { describe, expect, it, vi } from 'vitest';
import { environments } from './environments.ts';
import { Session, checkMockUrl } from './session.ts';

function memoryStorage() {
  const entries = new Map<string, string>();
  return {
    entries,
    getItem: (name: string) => entries.get(name) ?? null,
    setItem: (name: string, value: string) => void entries.set(name, value),
  };
}

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
    session.setMockUrl('localhost:4999');
    session.chooseEnvironment('mock');
    expect(new Session(storage).environment.id).toBe('mock');
    expect(new Session(storage).environment.baseUrl).toBe('http://localhost:4999/v1');
    expect(JSON.stringify([...storage.entries])).not.toContain('secret');
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

describe('checkMockUrl', () => {
  it.each([
    ['http://127.0.0.1:4010/v1', 'http://127.0.0.1:4010/v1'],
    ['http://127.0.0.1:4010/v1///', 'http://127.0.0.1:4010/v1'],
    ['localhost:4010', 'http://localhost:4010/v1'],
    ['https://localhost:8443/api/v1', 'https://localhost:8443/api/v1'],
  ])('reads %s as %s', (text, url) => {
    expect(checkMockUrl(text)).toEqual({ url });
  });

  it.each([
    '',
    'http://',
    'http://192.168.0.7:4010/v1',
    'https://127.0.0.1.evil.example',
    'http://a:b@localhost/v1',
    'http://localhost/v1?x=1',
  ])('refuses “%s” with a reason', (text) => {
    const { url, problem } = checkMockUrl(text);
    expect(url).toBeUndefined();
    expect(problem).toMatch(/\.$/);
  });
});
