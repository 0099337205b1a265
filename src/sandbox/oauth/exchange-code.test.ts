import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { expectRefusal } from '../../../tests/oauth/expect-refusal.ts';
import { Flow } from '../../../tests/oauth/flow.ts';
import type { Overrides, Tokens } from '../../../tests/oauth/flow.ts';
import { openSandbox } from '../../../tests/open-sandbox.ts';
import { ManualClock } from '../clock.ts';

const SECOND = 1_000;
const HOUR = 3_600_000;

let flow: Flow;
let clock: ManualClock;

beforeEach(() => {
  clock = new ManualClock();
  const sandbox = openSandbox({ clock });
  flow = new Flow((request) => sandbox.fetch(request));
});

const works = async (token: string): Promise<boolean> => (await flow.call(token)).status === 200;

describe('a code', () => {
  test('is exchanged for a pair of tokens of one hour', async () => {
    const answer = await flow.exchange(await flow.code());
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(answer.headers.get('Content-Type')).toBe('application/json');
    const tokens = (await answer.json()) as Tokens;
    expect(tokens).toMatchObject({ token_type: 'Bearer', expires_in: 3600, scope: 'contacts:read conversations:read' });
    expect(await works(tokens.access_token)).toBe(true);
  });

  test('works once: replayed, it revokes the tokens it gave', async () => {
    const code = await flow.code();
    const tokens = (await (await flow.exchange(code)).json()) as Tokens;
    const { access_token, refresh_token } = (await (await flow.refresh(tokens.refresh_token)).json()) as Tokens;
    await expectRefusal(await flow.exchange(code), 'invalid_grant');
    expect(await works(tokens.access_token)).toBe(false);
    expect(await works(access_token)).toBe(false);
    await expectRefusal(await flow.refresh(refresh_token), 'invalid_grant');
  });

  test('lives for 60 seconds', async () => {
    const [inTime, late] = [await flow.code(), await flow.code()];
    clock.advance(60 * SECOND - 1);
    expect((await flow.exchange(inTime)).status).toBe(200);
    clock.advance(1);
    await expectRefusal(await flow.exchange(late), 'invalid_grant');
  });

  const challengeOf = (verifier: string) => createHash('sha256').update(verifier).digest('base64url');

  test.each([
    ['short', 'short'],
    ['of 42 characters', 'x'.repeat(42)],
    ['of 129 characters', 'x'.repeat(129)],
    ['of other letters', 'ü'.repeat(50)],
    ['with a space', `${'x'.repeat(43)} `],
    ['with a slash', `${'x'.repeat(43)}/`],
  ])(
    'is not exchanged for a verifier %s, though it fits the challenge, and nothing is used up',
    async (_what, verifier) => {
      const code = await flow.code({ code_challenge: challengeOf(verifier) });
      await expectRefusal(await flow.exchange(code, { code_verifier: verifier }), 'invalid_request');
      await expectRefusal(await flow.exchange(code), 'invalid_grant');
    },
  );

  test.each(['x'.repeat(43), '-._~'.repeat(32)])('is exchanged for the verifier %s', async (verifier) => {
    const code = await flow.code({ code_challenge: challengeOf(verifier) });
    expect((await flow.exchange(code, { code_verifier: verifier })).status).toBe(200);
  });

  const mistakes: [what: string, overrides: Overrides, error: string][] = [
    ['a wrong verifier', { code_verifier: 'x'.repeat(43) }, 'invalid_grant'],
    ['no verifier', { code_verifier: undefined }, 'invalid_request'],
    ['another redirect address', { redirect_uri: 'http://localhost:9999/oauth/callback/' }, 'invalid_grant'],
    ['no redirect address', { redirect_uri: undefined }, 'invalid_request'],
    ['another client', { client_id: 'client_web', client_secret: 'cs_test_web' }, 'invalid_grant'],
  ];
  test.each(mistakes)('is not given out for %s, and stays usable', async (_what, overrides, error) => {
    const code = await flow.code();
    await expectRefusal(await flow.exchange(code, overrides), error);
    expect((await flow.exchange(code)).status).toBe(200);
  });

  test.each(['', 'x', `ac_test_${'a'.repeat(65)}`, `at_test_${'a'.repeat(65)}`])(
    'that was never given out, %j',
    async (code) => {
      await expectRefusal(await flow.exchange(code), code === '' ? 'invalid_request' : 'invalid_grant');
    },
  );

  test('with another secret is unknown and revokes nothing', async () => {
    const code = await flow.code();
    const tokens = (await (await flow.exchange(code)).json()) as Tokens;
    await expectRefusal(await flow.exchange(`${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`), 'invalid_grant');
    expect(await works(tokens.access_token)).toBe(true);
  });

  test('goes back to any port of a loopback address, and must be exchanged with the same', async () => {
    const redirect_uri = 'http://127.0.0.1:53682/oauth/callback/';
    const code = await flow.code({ redirect_uri });
    await expectRefusal(await flow.exchange(code), 'invalid_grant');
    expect((await flow.exchange(code, { redirect_uri })).status).toBe(200);
  });
});

describe('an access token', () => {
  test('ends after an hour', async () => {
    const { access_token } = await flow.signIn();
    clock.advance(HOUR - 1);
    expect(await works(access_token)).toBe(true);
    clock.advance(1);
    const answer = await flow.call(access_token);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('WWW-Authenticate')).toContain('Bearer error="invalid_token", ');
    expect(await answer.json()).toMatchObject({ error: { code: 'invalid_access_token' } });
  });

  test('outlives a refresh, until its own end', async () => {
    const { access_token, refresh_token } = await flow.signIn();
    await flow.refresh(refresh_token);
    expect(await works(access_token)).toBe(true);
  });

  test('is one of at most 20 that work at a time', async () => {
    let tokens = await flow.signIn();
    const first = tokens.access_token;
    for (let round = 0; round < 19; round += 1) {
      tokens = (await (await flow.refresh(tokens.refresh_token)).json()) as Tokens;
    }
    expect(await works(first)).toBe(true);
    await flow.refresh(tokens.refresh_token);
    expect(await works(first)).toBe(false);
    expect(await works(tokens.access_token)).toBe(true);
  });

  test('is no refresh token, and a refresh token is no access token', async () => {
    const { access_token, refresh_token } = await flow.signIn();
    expect(await works(refresh_token)).toBe(false);
    await expectRefusal(await flow.refresh(access_token), 'invalid_grant');
  });
});
