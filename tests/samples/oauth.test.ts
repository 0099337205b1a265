import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestContext } from 'vitest';
import { REDIRECT_URI } from '../oauth/flow.ts';
import type { Tokens } from '../oauth/flow.ts';
import { visit } from '../oauth/user.ts';
import { execute, needsProgram } from '../programs.ts';
import { guideBlocks, blocksWith } from './guide-blocks.ts';
import { Programs } from './programs.ts';
import { freshWorkspace, WatchedMock } from './workspace.ts';
import { canRun } from './interpreters.ts';

let mock: WatchedMock;
let folder = '';
beforeAll(async () => {
  mock = await WatchedMock.start();
  folder = await mkdtemp(join(tmpdir(), 'oauth-'));
});
afterAll(async () => {
  await mock.close();
  await rm(folder, { recursive: true, force: true });
});

/** A step of the guide, with what a reader fills in. */
function step(pattern: RegExp, values: Readonly<Record<string, string>> = {}): string {
  const block = blocksWith('sign-in').find(({ code }) => pattern.test(code)) ?? expect.unreachable();
  const known = { YOUR_CLIENT_ID: 'client_test', 'https://yourapp.com/callback': REDIRECT_URI, ...values };
  const filled = Object.entries(known).reduce((code, [name, value]) => code.replaceAll(name, value), block.code);
  return mock.adapted(filled, 'unused');
}

interface SignIn {
  address: string;
  state: string;
  codeVerifier: string;
}

/** Steps 1 and 2, in an app that prints where it sends its user. */
async function begin(): Promise<SignIn> {
  const app = `const response = { redirect: (status, address) => console.log(JSON.stringify({ status, address, state, codeVerifier })) };`;
  const file = join(folder, 'begin.mjs');
  await writeFile(file, [step(/createHash/), app, step(/oauth\/authorize/)].join('\n'));
  const { exit, stdout, stderr } = await execute([process.execPath, '--throw-deprecation', file], { cwd: folder });
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  return JSON.parse(stdout) as SignIn;
}

async function command(code: string, context: TestContext): Promise<string> {
  const programs = await Programs.write('curl', { step: code });
  const { exit, stdout, stderr } = await programs.run('step');
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  await programs.expectNoComplaints(context);
  await programs.close();
  return stdout;
}

async function statusWith(token: string): Promise<number> {
  const { status } = await fetch(`${mock.url}/v1/contacts`, { headers: { Authorization: `Bearer ${token}` } });
  return status;
}

describe('the steps of the authentication guide', () => {
  needsProgram('curl', canRun('curl'));

  test('sign in, refresh and sign out', async (context) => {
    const { address, state, codeVerifier } = await begin();
    const back = await visit(`${address}&login_hint=${freshWorkspace()}`);
    expect(back.searchParams.get('state')).toBe(state);
    expect(back.searchParams.get('iss')).toBe(mock.url);

    const values = {
      CODE_FROM_THE_REDIRECT: back.searchParams.get('code') ?? '',
      YOUR_CODE_VERIFIER: codeVerifier,
    };
    const tokens = JSON.parse(await command(step(/authorization_code/, values), context)) as Tokens;
    const shown = guideBlocks.find(({ code }) => code.includes('"access_token"'))?.code ?? expect.unreachable();
    const example = JSON.parse(shown) as Tokens;
    expect({ ...tokens, access_token: '…', refresh_token: '…' }).toEqual(example);
    expect(await statusWith(tokens.access_token)).toBe(200);

    const refresh = step(/grant_type=refresh_token/, { YOUR_REFRESH_TOKEN: tokens.refresh_token });
    const renewed = JSON.parse(await command(refresh, context)) as Tokens;
    expect(Object.keys(renewed)).toEqual(Object.keys(example));
    expect(await statusWith(renewed.access_token)).toBe(200);

    await command(step(/oauth\/revoke/, { YOUR_REFRESH_TOKEN: renewed.refresh_token }), context);
    expect(await statusWith(renewed.access_token)).toBe(401);
  });
});
