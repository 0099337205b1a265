import { expect, test } from 'vitest';
import { identify, requireCaller, secretOf } from './authenticate.ts';

const asked = (Authorization?: string): Request =>
  ({ headers: new Headers(Authorization === undefined ? {} : { Authorization }) }) as Request;

test.each([
  ['Bearer sk_test_admin', 'sk_test_admin'],
  ['bearer   sk_test_admin', 'sk_test_admin'],
  ['Bearer', undefined],
  ['Bearer sk_test_admin sk_test_read', undefined],
  ['My Bearer sk_test_admin', undefined],
  ['Basic sk_test_admin', undefined],
  [undefined, undefined],
])('of %j the key is %j', (header, secret) => {
  expect(secretOf(asked(header).headers)).toBe(secret);
});

test('a key as an engine leaves it, with blanks around, is the key', () => {
  const headers = { get: () => ' \tBearer sk_test_admin ' } as unknown as Headers;
  expect(secretOf(headers)).toBe('sk_test_admin');
});

test('what looks like a key is never looked up as a token', async () => {
  const lookedUp: string[] = [];
  const find = (token: string) => Promise.resolve(void lookedUp.push(token));
  expect(await identify(asked(), find)).toBeUndefined();
  expect(await identify(asked('Bearer sk_test_admin'), find)).toMatchObject({ level: 'admin' });
  expect(await identify(asked('Bearer sk_test_no body'), find)).toBeUndefined();
  expect(await identify(asked('Bearer sk_test_nobody!'), find)).toBeUndefined();
  expect(await identify(asked('Bearer at_test_x'), find)).toBeUndefined();
  expect(lookedUp).toEqual(['at_test_x']);
});

test.each([
  [undefined, 'missing_api_key', 'Bearer'],
  ['Bearer sk_live_x', 'live_key_in_sandbox', 'Bearer error="invalid_token"'],
  ['Bearer sk_test_nobody!', 'invalid_api_key', 'Bearer error="invalid_token"'],
  ['Bearer at_test_x', 'invalid_access_token', 'Bearer error="invalid_token"'],
])('%j that opens nothing is answered with %s', (header, code, challenge) => {
  const told = { code, headers: { 'WWW-Authenticate': challenge } };
  expect(() => requireCaller(undefined, asked(header))).toThrow(expect.objectContaining(told));
});
