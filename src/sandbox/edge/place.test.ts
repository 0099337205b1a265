import { describe, expect, test } from 'vitest';
import { FakeNamespace } from '../../../tests/edge/fake-object.ts';
import { isTemporaryName } from '../keys.ts';
import { newHandle, newSecret, writeToken } from '../oauth/secrets.ts';
import { placeFor, placeName } from './place.ts';

const objects = new FakeNamespace(() => ({ fetch: () => Promise.resolve(new Response()) }));
const BASE = 'https://sandbox.example';
const ADDRESS = '203.0.113.7';
const OF_ADDRESS = 'address 203.0.113.7';

async function objectOf(request: Request, address = ADDRESS): Promise<string> {
  const { id } = await placeFor(request, address, objects);
  return FakeNamespace.nameOf(id);
}

const withKey = (key: string, path = '/v1/contacts', method = 'GET') =>
  new Request(`${BASE}${path}`, { method, headers: { Authorization: `Bearer ${key}` } });

const form = (path: string, fields: Record<string, string>) =>
  new Request(`${BASE}${path}`, { method: 'POST', body: new URLSearchParams(fields) });

/** A token that was given out in an object. */
function tokenOf(object: string, kind: 'access' | 'code' | 'refresh' = 'access'): string {
  const id = objects.idFromName(object);
  objects.get(id);
  const secret = kind === 'refresh' ? `${newSecret()}${'m'.repeat(22)}` : newSecret();
  return writeToken(kind, { handle: newHandle(placeName(id)), secret });
}

describe('a request with a key', () => {
  test.each(['sk_test_mycompany', 'sk_test_mycompany_read', 'sk_test_mycompany_write_free'])(
    'of a workspace, %s, is answered by its object, wherever it comes from',
    async (key) => {
      expect(await objectOf(withKey(key))).toBe('workspace mycompany');
      expect(await objectOf(withKey(key, '/_sandbox/state'), '198.51.100.1')).toBe('workspace mycompany');
    },
  );

  test.each(['sk_test_admin', 'sk_test_free', 'sk_test_x', 'sk_live_abc123', 'nonsense'])(
    '%s, which opens none of its own, is answered by the object of the address',
    async (key) => expect(await objectOf(withKey(key))).toBe(OF_ADDRESS),
  );

  test('that is missing is answered by the object of the address', async () => {
    expect(await objectOf(new Request(`${BASE}/v1/contacts`))).toBe(OF_ADDRESS);
    expect(await objectOf(new Request(`${BASE}/v1/contacts`), '')).toBe('address ');
  });
});

describe('a request with a token', () => {
  test('is answered by the object that has given it out', async () => {
    expect(await objectOf(withKey(tokenOf('workspace mycompany')))).toBe('workspace mycompany');
    expect(await objectOf(withKey(tokenOf('address 192.0.2.1')))).toBe('address 192.0.2.1');
  });

  test('whose place is made up is answered by the object of the address', async () => {
    const forged = writeToken('access', { handle: newHandle('A'.repeat(43)), secret: newSecret() });
    expect(await objectOf(withKey(forged))).toBe(OF_ADDRESS);
    expect(await objectOf(withKey(writeToken('access', { handle: newHandle(), secret: newSecret() })))).toBe(
      OF_ADDRESS,
    );
  });

  test('does not tell the name of its workspace, which is a key', () => {
    const id = { toString: () => '0123456789abcdef'.repeat(4) };
    expect(placeName(id)).toBe('ASNFZ4mrze8BI0VniavN7wEjRWeJq83vASNFZ4mrze8');
  });
});

describe('a sign-in', () => {
  test.each([
    ['?login_hint=mycompany', 'workspace mycompany'],
    ['?login_hint=jane%40example.com', OF_ADDRESS],
    ['', OF_ADDRESS],
  ])('that asks with %j is answered by %s', async (query, object) => {
    expect(await objectOf(new Request(`${BASE}/oauth/authorize${query}`))).toBe(object);
  });

  test('that is decided on is answered where it was asked', async () => {
    const request = 'client_id=client_test&login_hint=mycompany';
    expect(await objectOf(form('/oauth/authorize', { request, decision: 'approve' }))).toBe('workspace mycompany');
    expect(await objectOf(form('/oauth/authorize', { request: 'x=1', decision: 'approve' }))).toBe(OF_ADDRESS);
  });

  test('goes on where its code or token was given out', async () => {
    const object = 'workspace mycompany';
    expect(await objectOf(form('/oauth/token', { code: tokenOf(object, 'code') }))).toBe(object);
    expect(await objectOf(form('/oauth/token', { refresh_token: tokenOf(object, 'refresh') }))).toBe(object);
    for (const kind of ['access', 'refresh'] as const)
      expect(await objectOf(form('/oauth/revoke', { token: tokenOf(object, kind) }))).toBe(object);
    expect(await objectOf(form('/oauth/token', { code: 'unknown' }))).toBe(OF_ADDRESS);
  });

  test('leaves the form to the object, and gives one that is too large to that of the address', async () => {
    const request = form('/oauth/token', { code: tokenOf('workspace mycompany', 'code') });
    await objectOf(request);
    expect(await request.text()).toMatch(/^code=/);
    expect(await objectOf(form('/oauth/token', { code: 'x'.repeat(2_000_000) }))).toBe(OF_ADDRESS);
  });
});

describe('an object is asked for', () => {
  const token = tokenOf('workspace mycompany');

  test.each([
    ['what an address sees, without a key', new Request(`${BASE}/v1/contacts`), 'address'],
    ['what an address sees, with a key of the guides', withKey('sk_test_admin'), 'address'],
    ['what a workspace sees, with its key', withKey('sk_test_mycompany_read'), 'workspace'],
    ['that by a sign-in', new Request(`${BASE}/oauth/authorize?login_hint=mycompany`), 'workspace'],
    ['that with a token', withKey(token), 'workspace'],
  ])('%s', async (_what, request, purpose) => {
    expect(await placeFor(request, ADDRESS, objects)).toMatchObject({ purpose });
  });

  test('one that is made, of a new name each time, whatever key is sent', async () => {
    const request = () => withKey('sk_test_mycompany', '/_sandbox/workspaces', 'POST');
    const made = await Promise.all([1, 2].map(() => placeFor(request(), ADDRESS, objects)));
    for (const { id, purpose, name = '' } of made) {
      expect(purpose).toBe('workspace');
      expect(isTemporaryName(name)).toBe(true);
      expect(`workspace ${name}`).toContain(FakeNamespace.nameOf(id));
    }
    expect(made[0]?.name).not.toBe(made[1]?.name);
  });
});

test('an IPv6 address counts with all that its owner has: the first half', async () => {
  const keyless = () => new Request(`${BASE}/v1/contacts`);
  const [one, same, other, mapped] = await Promise.all(
    ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', '2001:db8:1:3::1', '::ffff:203.0.113.7'].map((address) =>
      objectOf(keyless(), address),
    ),
  );
  expect(same).toBe(one);
  expect(other).not.toBe(one);
  expect(mapped).toBe(OF_ADDRESS);
});
