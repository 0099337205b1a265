import { expect, test, vi } from 'vitest';
import { Session } from '../session/session.ts';
import { followLink } from './follow-link.ts';
import { takeWorkspaceLink } from './workspace-link.ts';

const key = 'sk_test_temporary00000000000000000000000001';

function open(hash: string) {
  const replaceState = vi.fn();
  const location = { hash, pathname: '/guides/sandbox/', search: '?x=1' } as Location;
  const history = { state: { index: 3 }, replaceState } as unknown as History;
  return { link: takeWorkspaceLink({ location, history }), replaceState };
}

test('a link is taken out of the address, and the rest of it stays', () => {
  const { link, replaceState } = open(`#workspace=${key}&at=http%3A%2F%2F127.0.0.1%3A4999%2Fv1`);
  expect(link).toEqual({ key, at: 'http://127.0.0.1:4999/v1' });
  expect(replaceState).toHaveBeenCalledWith({ index: 3 }, '', '/guides/sandbox/?x=1');
});

test('an anchor of the page is none', () => {
  for (const hash of ['', '#', '#control-it']) {
    const { link, replaceState } = open(hash);
    expect(link).toBeUndefined();
    expect(replaceState).not.toHaveBeenCalled();
  }
});

test('a link is followed to a mock on this machine, and to the sandbox of this browser', () => {
  const session = new Session();
  expect(followLink(session, { key, at: 'http://127.0.0.1:4999/v1' })).toBeUndefined();
  expect([session.environment.id, session.environment.baseUrl, session.key]).toEqual([
    'mock',
    'http://127.0.0.1:4999/v1',
    key,
  ]);
  expect(followLink(session, { key, at: undefined })).toBeUndefined();
  expect([session.environment.id, session.key]).toEqual(['sandbox', key]);
});

test.each([
  ['https://evil.example/v1', key],
  ['https://api.orbinto.com/v1', key],
  ['http://127.0.0.1:4010@evil.example/v1', key],
  ['javascript:alert(1)', key],
  ['', key],
  [undefined, 'sk_live_abc12345'],
  [undefined, '<script>'],
])('a link to %s with %s is not followed', (at, other) => {
  const session = new Session();
  expect(followLink(session, { key: other, at })).toMatch(/^The link that opened this page/);
  expect([session.environment.id, session.key]).toEqual(['sandbox', 'sk_test_admin']);
});

test('a key that the reader has typed gives way to the link’s', () => {
  const session = new Session();
  session.setKey('sk_test_mycompany');
  followLink(session, { key, at: undefined });
  expect(session.key).toBe(key);
});
