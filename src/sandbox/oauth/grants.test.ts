import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Flow } from '../../../tests/oauth/flow.ts';
import type { Tokens } from '../../../tests/oauth/flow.ts';
import { createSandbox } from '../sandbox.ts';
import { SqliteStore } from '../store/sqlite-store.ts';
import type { Grant } from './grant.ts';
import { Grants, MAX_GRANTS, MAX_GRANTS_OF_WORKSPACE } from './grants.ts';

function grant(handle: string, workspace: string): Grant {
  const about = { workspace, clientId: 'client_test', scopes: [], redirectUri: '', challenge: '', markKey: '' };
  return { handle, ...about, code: { hash: 'c', endsAt: 0 }, accessTokens: [] };
}

function fill(grants: Grants, count: number, workspace: (i: number) => string): void {
  for (let i = 0; i < count; i += 1) grants.put(grant(`g${i}`, workspace(i)));
}

describe('grants', () => {
  test('of one workspace are at most 500: the one that has not changed for longest ends, and no other workspace loses any', () => {
    const grants = new Grants();
    grants.put(grant('other', 'other'));
    fill(grants, MAX_GRANTS_OF_WORKSPACE, () => 'mine');
    grants.put(grant('g0', 'mine'));
    grants.put(grant('new', 'mine'));
    expect(grants.get('g1')).toBeUndefined();
    for (const handle of ['g0', 'new', 'other']) expect(grants.get(handle)).toBeDefined();
  });

  test('are at most 5,000 in all, and so are the rows of a store', () => {
    const grants = new Grants();
    fill(grants, MAX_GRANTS + 10, (i) => `workspace${i % 100}`);
    const ids = new Set(grants.takeChanges().changes.map(({ id }) => id));
    expect(ids.size).toBe(MAX_GRANTS);
    expect(grants.get('g9')).toBeUndefined();
    expect(grants.get('g10')).toBeDefined();
  });

  test('that end leave their slot to the next', () => {
    const grants = new Grants();
    for (let i = 0; i < 2_000; i += 1) {
      grants.put(grant(`g${i}`, 'mine'));
      grants.delete(`g${i}`);
    }
    expect(grants.takeChanges().changes).toHaveLength(1);
  });

  test('are seen by another reader of the same store, deletions included', () => {
    const [one, other] = [new Grants(), new Grants()];
    one.put(grant('a', 'mine'));
    one.put(grant('b', 'mine'));
    other.apply(one.takeChanges().changes);
    expect(other.get('a')).toEqual(one.get('a'));
    one.delete('a');
    one.put(grant('c', 'mine'));
    other.apply(one.takeChanges().changes);
    expect([other.get('a'), other.get('b')?.handle, other.get('c')?.handle]).toEqual([undefined, 'b', 'c']);
  });

  test('give way in the same order after they were read from a store', () => {
    const [one, other] = [new Grants(), new Grants()];
    fill(one, MAX_GRANTS_OF_WORKSPACE, () => 'mine');
    one.put(grant('g0', 'mine'));
    other.apply(one.takeChanges().changes);
    other.put(grant('new', 'mine'));
    expect(other.get('g1')).toBeUndefined();
    expect(other.get('g0')).toBeDefined();
  });
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
