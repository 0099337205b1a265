import { beforeEach, describe, expect, test } from 'vitest';
import { Flow } from '../../../tests/oauth/flow.ts';
import type { Tokens } from '../../../tests/oauth/flow.ts';
import { openSandbox } from '../../../tests/open-sandbox.ts';

const confidential = { client_id: 'client_web', client_secret: 'cs_test_web' };
let flow: Flow;

beforeEach(() => {
  const sandbox = openSandbox();
  flow = new Flow((request) => sandbox.fetch(request));
});

const works = async (token: string): Promise<boolean> => (await flow.call(token)).status === 200;

describe('revoking', () => {
  test('a refresh token ends all tokens of the sign-in', async () => {
    const first = await flow.signIn();
    const second = (await (await flow.refresh(first.refresh_token)).json()) as Tokens;
    const answer = await flow.revoke(second.refresh_token, { token_type_hint: 'refresh_token' });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({});
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(await works(first.access_token)).toBe(false);
    expect(await works(second.access_token)).toBe(false);
    expect((await flow.refresh(second.refresh_token)).status).toBe(400);
  });

  test('a refresh token that was replaced ends them too', async () => {
    const first = await flow.signIn();
    const second = (await (await flow.refresh(first.refresh_token)).json()) as Tokens;
    expect((await flow.revoke(first.refresh_token)).status).toBe(200);
    expect(await works(second.access_token)).toBe(false);
  });

  test('an access token ends that one only, whatever the hint says', async () => {
    const first = await flow.signIn();
    const second = (await (await flow.refresh(first.refresh_token)).json()) as Tokens;
    expect((await flow.revoke(first.access_token, { token_type_hint: 'refresh_token' })).status).toBe(200);
    expect(await works(first.access_token)).toBe(false);
    expect(await works(second.access_token)).toBe(true);
    expect((await flow.refresh(second.refresh_token)).status).toBe(200);
  });

  test('one sign-in leaves another of the same user alone', async () => {
    const [one, other] = [await flow.signIn(), await flow.signIn()];
    await flow.revoke(one.refresh_token);
    expect(await works(other.access_token)).toBe(true);
  });

  test.each(['x', 'sk_test_admin', `rt_test_${'a'.repeat(87)}`])(
    'what is no token, %s, is a success',
    async (token) => {
      expect((await flow.revoke(token)).status).toBe(200);
    },
  );

  test('twice is a success', async () => {
    const { refresh_token } = await flow.signIn();
    expect((await flow.revoke(refresh_token)).status).toBe(200);
    expect((await flow.revoke(refresh_token)).status).toBe(200);
  });

  test('a made-up token revokes nothing', async () => {
    const { access_token, refresh_token } = await flow.signIn();
    const forged = `${refresh_token.slice(0, -1)}${refresh_token.endsWith('A') ? 'B' : 'A'}`;
    expect((await flow.revoke(forged)).status).toBe(200);
    expect(await works(access_token)).toBe(true);
  });

  test.each(['access_token', 'refresh_token'] as const)('an %s of another client is refused', async (kind) => {
    const tokens = await flow.signIn();
    const answer = await flow.revoke(tokens[kind], confidential);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: 'invalid_grant' });
    expect(await works(tokens.access_token)).toBe(true);
  });

  test('needs a token, once, and a client', async () => {
    const missing = await flow.revoke('');
    expect([missing.status, await missing.json()]).toMatchObject([400, { error: 'invalid_request' }]);
    const twice = await flow.revoke('', { token: ['a', 'b'] });
    expect([twice.status, await twice.json()]).toMatchObject([400, { error: 'invalid_request' }]);
    const nobody = await flow.revoke('x', { client_id: undefined });
    expect([nobody.status, await nobody.json()]).toMatchObject([401, { error: 'invalid_client' }]);
  });
});
