import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Flow } from '../../../tests/oauth/flow.ts';
import type { Tokens } from '../../../tests/oauth/flow.ts';
import { ManualClock } from '../clock.ts';
import { sandbox as limits } from '../generated/policies.ts';
import { createSandbox } from '../sandbox.ts';
import { SqliteStore } from '../store/sqlite-store.ts';
import type { Grant } from './grant.ts';
import { Grants } from './grants.ts';

const MINUTE = 60_000;
const AT_START = { now: 0, clock: 0 };

/** A grant whose code ends after a minute; with `tokens`, one whose tokens end after two. */
function grant(handle: string, workspace: string, tokens = false): Grant {
  const about = { workspace, clientId: 'client_test', scopes: [], redirectUri: '', challenge: '', markKey: '' };
  const refreshToken = { hash: 'r', endsAt: 2 * MINUTE };
  return {
    handle,
    ...about,
    code: { hash: 'c', endsAt: MINUTE },
    madeAt: 0,
    accessTokens: [],
    ...(tokens && { refreshToken }),
  };
}

function fill(grants: Grants, count: number, workspace: (i: number) => string, tokens = false): void {
  for (let i = 0; i < count; i += 1) expect(grants.add(grant(`g${i}`, workspace(i), tokens), AT_START)).toBe(true);
}

describe('grants', () => {
  const OF_WORKSPACE = limits.grants_per_workspace;

  test('of one workspace are so many and no more: a new one is refused, and nobody else is', () => {
    const grants = new Grants();
    fill(grants, OF_WORKSPACE, () => 'mine');
    expect(grants.add(grant('new', 'mine'), AT_START)).toBe(false);
    expect(grants.add(grant('new', 'other'), AT_START)).toBe(true);
    for (const handle of ['g0', `g${OF_WORKSPACE - 1}`]) expect(grants.get(handle)).toBeDefined();
  });

  test('that have ended leave their room to others of their workspace: codes after a minute, tokens with the last of them', () => {
    const grants = new Grants();
    grants.add(grant('signed in', 'mine', true), AT_START);
    fill(grants, OF_WORKSPACE - 1, () => 'mine');
    expect(grants.add(grant('new', 'mine'), { now: MINUTE - 1, clock: 0 })).toBe(false);
    expect(grants.add(grant('new', 'mine'), { now: MINUTE, clock: 0 })).toBe(true);
    expect([grants.get('g0'), grants.get('signed in')?.handle]).toEqual([undefined, 'signed in']);
    grants.add(grant('newer', 'mine'), { now: 2 * MINUTE, clock: 0 });
    expect(grants.get('signed in')).toBeUndefined();
  });

  test('are so many and no more in all, and so are the rows of a store; only forgotten codes of others give way', () => {
    const grants = new Grants();
    grants.add(grant('signed in', 'victim', true), AT_START);
    fill(grants, limits.grants - 1, (i) => `workspace${i % 100}`);
    expect(grants.add(grant('new', 'mine'), { now: 0, clock: 60 * MINUTE })).toBe(false);
    expect(grants.add(grant('new', 'mine'), { now: 0, clock: 60 * MINUTE + 1 })).toBe(true);
    expect([grants.get('g0'), grants.get('signed in')?.handle]).toEqual([undefined, 'signed in']);
    const ids = new Set(grants.takeChanges().changes.map(({ id }) => id));
    expect(ids.size).toBe(limits.grants);
  });

  test('that end leave their slot to the next', () => {
    const grants = new Grants();
    for (let i = 0; i < 2_000; i += 1) {
      grants.add(grant(`g${i}`, 'mine'), AT_START);
      grants.delete(`g${i}`);
    }
    expect(grants.takeChanges().changes).toHaveLength(1);
  });

  test('are seen by another reader of the same store, deletions included', () => {
    const [one, other] = [new Grants(), new Grants()];
    one.add(grant('a', 'mine'), AT_START);
    one.add(grant('b', 'mine'), AT_START);
    other.apply(one.takeChanges().changes);
    expect(other.get('a')).toEqual(one.get('a'));
    one.delete('a');
    one.add(grant('c', 'mine'), AT_START);
    other.apply(one.takeChanges().changes);
    expect([other.get('a'), other.get('b')?.handle, other.get('c')?.handle]).toEqual([undefined, 'b', 'c']);
  });
});

test('a thousand sign-ins that somebody begins end nobody else’s, and the client of one too many is told', async () => {
  const clock = new ManualClock();
  const sandbox = createSandbox({ clock });
  const flow = new Flow((request) => sandbox.fetch(request));
  const { access_token } = await flow.signIn();
  const code = await flow.code();
  const begun = await Promise.all(Array.from({ length: 1_000 }, () => flow.approve()));
  const refused = begun.filter((url) => url.searchParams.get('error') === 'temporarily_unavailable');
  expect(refused.length).toBe(1_000 - (limits.grants_per_workspace - 2));
  expect((await flow.approve({ login_hint: 'another01' })).searchParams.has('code')).toBe(true);
  expect((await flow.call(access_token)).status).toBe(200);
  expect((await flow.exchange(code)).status).toBe(200);
  clock.advance(MINUTE);
  expect((await flow.approve()).searchParams.has('code')).toBe(true);
  expect((await flow.call(access_token)).status).toBe(200);
});

describe('in a data file', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'oauth-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const open = () => {
    const sandbox = createSandbox({ store: new SqliteStore(join(folder, 'data.db'), 1) });
    return { sandbox, flow: new Flow((request) => sandbox.fetch(request)) };
  };

  test('codes, tokens and their ends survive a restart', async () => {
    const before = open();
    const code = await before.flow.code();
    const first = await before.flow.signIn();
    const second = (await (await before.flow.refresh(first.refresh_token)).json()) as Tokens;
    const revoked = await before.flow.signIn();
    await before.flow.revoke(revoked.refresh_token);
    await before.sandbox.close();

    const { flow, sandbox } = open();
    expect((await flow.exchange(code)).status).toBe(200);
    expect((await flow.call(second.access_token)).status).toBe(200);
    expect((await flow.call(revoked.access_token)).status).toBe(401);
    expect((await flow.refresh(first.refresh_token)).status).toBe(400);
    expect((await flow.call(second.access_token)).status).toBe(401);
    await sandbox.close();
  });

  test('no code and no token can be read', async () => {
    const { flow, sandbox } = open();
    const code = await flow.code();
    const { access_token, refresh_token } = (await (await flow.exchange(code)).json()) as Tokens;
    await sandbox.close();
    const file = readFileSync(join(folder, 'data.db'), 'latin1');
    expect(file).toContain('client_test');
    for (const token of [code, access_token, refresh_token]) {
      for (let at = 30; at + 12 < token.length; at += 12) expect(file).not.toContain(token.slice(at, at + 12));
    }
  });
});
