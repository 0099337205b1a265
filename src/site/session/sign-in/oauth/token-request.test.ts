import { describe, expect, it } from 'vitest';
import { readTokens } from './token-request.ts';

const now = Date.parse('2026-11-25T12:00:00Z');
const tokens = { access_token: 'at_test_1', refresh_token: 'rt_test_1' };

describe('readTokens', () => {
  it('takes what the server says', () => {
    expect(readTokens({ ...tokens, expires_in: 60, scope: 'a  b' }, ['a', 'b', 'c'], now)).toEqual({
      accessToken: 'at_test_1',
      refreshToken: 'rt_test_1',
      scopes: ['a', 'b'],
      expiresAt: now + 60_000,
    });
  });

  it('takes the scopes that were asked for, and an hour, where the server says nothing of them', () => {
    expect(readTokens(tokens, ['a'], now)).toMatchObject({ scopes: ['a'], expiresAt: now + 3_600_000 });
  });

  it.each([0, -1, 1e300, 'soon', null, {}])('takes a lifetime of %s for none', (expires_in) => {
    expect(readTokens({ ...tokens, expires_in }, [], now).expiresAt).toBe(now + 3_600_000);
  });

  it.each([null, 'x', [], {}, { access_token: 'a' }, { ...tokens, access_token: 7 }])('refuses %j', (answer) => {
    expect(() => readTokens(answer, [], now)).toThrow('does not hold an access token');
  });
});
