import { beforeEach, describe, expect, test } from 'vitest';
import { expectRefusal } from '../../../tests/oauth/expect-refusal.ts';
import { Flow } from '../../../tests/oauth/flow.ts';
import type { Tokens } from '../../../tests/oauth/flow.ts';
import { openSandbox } from '../../../tests/open-sandbox.ts';
import { ManualClock } from '../clock.ts';

const DAY = 86_400_000;

let flow: Flow;
let clock: ManualClock;

beforeEach(() => {
  clock = new ManualClock();
  const sandbox = openSandbox({ clock });
  flow = new Flow((request) => sandbox.fetch(request));
});

const works = async (token: string): Promise<boolean> => (await flow.call(token)).status === 200;

describe('a refresh token', () => {
  test('gives a new pair and is used up', async () => {
    const first = await flow.signIn();
    const second = (await (await flow.refresh(first.refresh_token)).json()) as Tokens;
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect(second.access_token).not.toBe(first.access_token);
    expect(second.scope).toBe(first.scope);
    expect(await works(second.access_token)).toBe(true);
  });

  test('used again revokes the whole family', async () => {
    const first = await flow.signIn();
    const second = (await (await flow.refresh(first.refresh_token)).json()) as Tokens;
    await expectRefusal(await flow.refresh(first.refresh_token), 'invalid_grant');
    await expectRefusal(await flow.refresh(second.refresh_token), 'invalid_grant');
    expect(await works(first.access_token)).toBe(false);
    expect(await works(second.access_token)).toBe(false);
  });

  test('used twice at once revokes the family too', async () => {
    const { refresh_token } = await flow.signIn();
    const answers = await Promise.all([flow.refresh(refresh_token), flow.refresh(refresh_token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
    const winner = (await answers.find(({ ok }) => ok)?.json()) as Tokens;
    expect(await works(winner.access_token)).toBe(false);
  });

  test('that was made up revokes nothing', async () => {
    const { access_token, refresh_token } = await flow.signIn();
    for (const at of [-1, -30, 35]) {
      const letters = [...refresh_token];
      letters.splice(at, 1, letters.at(at) === 'A' ? 'B' : 'A');
      await expectRefusal(await flow.refresh(letters.join('')), 'invalid_grant');
    }
    expect(await works(access_token)).toBe(true);
    expect((await flow.refresh(refresh_token)).status).toBe(200);
  });

  test('of another client is refused and stays usable', async () => {
    const { refresh_token } = await flow.signIn();
    const other = { client_id: 'client_web', client_secret: 'cs_test_web' };
    await expectRefusal(await flow.refresh(refresh_token, other), 'invalid_grant');
    expect((await flow.refresh(refresh_token)).status).toBe(200);
  });

  test('ends after 30 days without use, and each use begins them anew', async () => {
    const first = await flow.signIn();
    clock.advance(30 * DAY - 1);
    const second = (await (await flow.refresh(first.refresh_token)).json()) as Tokens;
    clock.advance(30 * DAY - 1);
    const third = (await (await flow.refresh(second.refresh_token)).json()) as Tokens;
    clock.advance(30 * DAY);
    await expectRefusal(await flow.refresh(third.refresh_token), 'invalid_grant');
  });

  test('can give fewer scopes for one access token, and gives all again afterwards', async () => {
    const { refresh_token } = await flow.signIn();
    const narrow = (await (await flow.refresh(refresh_token, { scope: 'contacts:read' })).json()) as Tokens;
    expect(narrow.scope).toBe('contacts:read');
    expect((await flow.call(narrow.access_token, '/v1/conversations')).status).toBe(403);
    const wide = (await (await flow.refresh(narrow.refresh_token)).json()) as Tokens;
    expect(wide.scope).toBe('contacts:read conversations:read');
  });

  test.each(['contacts:read contacts:write', 'contacts:erase'])('never gives more: %s', async (scope) => {
    const { refresh_token } = await flow.signIn();
    await expectRefusal(await flow.refresh(refresh_token, { scope }), 'invalid_scope');
    expect((await flow.refresh(refresh_token)).status).toBe(200);
  });
});
