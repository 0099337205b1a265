import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestContext } from 'vitest';
import { languages } from '../../src/generators/samples/languages.ts';
import type { LanguageId } from '../../src/generators/samples/languages.ts';
import { REDIRECT_URI } from '../oauth/flow.ts';
import type { Tokens } from '../oauth/flow.ts';
import { visit } from '../oauth/user.ts';
import { needsProgram } from '../programs.ts';
import { ExampleProject } from './example-project.ts';
import { guideBlocks, blocksWith } from './guide-blocks.ts';
import { linted, Programs } from './programs.ts';
import { freshWorkspace, WatchedMock } from './workspace.ts';
import { canRun } from './interpreters.ts';

let mock: WatchedMock;
beforeAll(async () => {
  mock = await WatchedMock.start();
});
afterAll(() => mock.close());

/** What a reader fills in. */
function filled(code: string, values: Readonly<Record<string, string>> = {}): string {
  const known = { YOUR_CLIENT_ID: 'client_test', 'https://yourapp.com/callback': REDIRECT_URI, ...values };
  // A form carries the address encoded.
  const encoded = Object.entries(known).map(([name, value]) => [encodeURIComponent(name), encodeURIComponent(value)]);
  const all = [...Object.entries(known), ...encoded] as [string, string][];
  return mock.adapted(
    all.reduce((text, [name, value]) => text.replaceAll(name, value), code),
    'unused',
  );
}

/** Prints the verifier, the state, and the address that the user is sent to, a line each. */
const beginnings: Readonly<Partial<Record<LanguageId, readonly [file: string, code: string]>>> = {
  javascript: [
    'main.js',
    `import { signInSecrets } from './sign-in-secrets.js';
import { signInAddress } from './sign-in-address.js';
const { codeVerifier, codeChallenge, state } = signInSecrets();
console.log([codeVerifier, state, signInAddress(codeChallenge, state)].join('\\n'));`,
  ],
  python: [
    'main.py',
    `from sign_in_secrets import sign_in_secrets
from sign_in_address import sign_in_address
code_verifier, code_challenge, state = sign_in_secrets()
print(code_verifier, state, sign_in_address(code_challenge, state), sep="\\n")`,
  ],
  php: [
    'main.php',
    `<?php
require 'sign_in_secrets.php';
require 'sign_in_address.php';
[$codeVerifier, $codeChallenge, $state] = sign_in_secrets();
echo implode("\\n", [$codeVerifier, $state, sign_in_address($codeChallenge, $state)]);`,
  ],
  ruby: [
    'main.rb',
    `require_relative "sign_in_secrets"
require_relative "sign_in_address"
code_verifier, code_challenge, state = sign_in_secrets
puts code_verifier, state, sign_in_address(code_challenge, state)`,
  ],
  go: [
    'main.go',
    `package main

import "fmt"

func main() {
	codeVerifier, codeChallenge, state := signInSecrets()
	fmt.Println(codeVerifier)
	fmt.Println(state)
	fmt.Println(signInAddress(codeChallenge, state))
}`,
  ],
};

const files = blocksWith('sign-in').filter(({ title }) => title !== '');

interface Beginning {
  codeVerifier: string;
  state: string;
  address: string;
}

/** Steps 1 and 2. */
async function begin(id: LanguageId): Promise<Beginning> {
  const [file, main] = beginnings[id] ?? expect.unreachable();
  const own = files.filter(({ sample }) => sample === id).map(({ title, code }) => [title, filled(code)] as const);
  const project = await ExampleProject.write(id, { ...Object.fromEntries(own), [file]: main });
  try {
    const { exit, stdout, stderr } = await project.run(file);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    const [codeVerifier = '', state = '', address = ''] = stdout.trim().split('\n');
    return { codeVerifier, state, address };
  } finally {
    await project.remove();
  }
}

/** A request of the guide in a language, in the order of the steps. */
function request(id: LanguageId, step: 0 | 1 | 2, values: Readonly<Record<string, string>>): string {
  const requests = blocksWith('sign-in').filter(({ title, sample }) => title === '' && sample === id);
  expect(requests).toHaveLength(3);
  return filled(requests[step]?.code ?? '', values);
}

async function run(id: LanguageId, code: string, context: TestContext): Promise<string> {
  const programs = await Programs.write(id, { step: code });
  const { exit, stdout, stderr } = await programs.run('step');
  context.expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  if (linted.includes(id)) await programs.expectNoComplaints(context);
  await programs.close();
  return stdout;
}

async function statusWith(token: string): Promise<number> {
  const { status } = await fetch(`${mock.url}/v1/contacts`, { headers: { Authorization: `Bearer ${token}` } });
  return status;
}

describe.concurrent.each(languages)('the steps of the authentication guide in $id', ({ id }) => {
  needsProgram(id, canRun(id));

  test('sign in, refresh and sign out', async (context) => {
    const { expect } = context;
    // A shell has no part in a browser's sign-in: it takes over from the code.
    const { address, state, codeVerifier } = await begin(id === 'curl' ? 'javascript' : id);
    const back = await visit(`${address}&login_hint=${freshWorkspace()}`);
    expect(back.searchParams.get('state')).toBe(state);
    expect(back.searchParams.get('iss')).toBe(mock.url);

    const values = { CODE_FROM_THE_REDIRECT: back.searchParams.get('code') ?? '', YOUR_CODE_VERIFIER: codeVerifier };
    const tokens = JSON.parse(await run(id, request(id, 0, values), context)) as Tokens;
    const shown = guideBlocks.find(({ code }) => code.includes('"access_token"'))?.code ?? expect.unreachable();
    const example = JSON.parse(shown) as Tokens;
    expect({ ...tokens, access_token: '…', refresh_token: '…' }).toEqual(example);
    expect(await statusWith(tokens.access_token)).toBe(200);

    const refresh = request(id, 1, { YOUR_REFRESH_TOKEN: tokens.refresh_token });
    const renewed = JSON.parse(await run(id, refresh, context)) as Tokens;
    expect(Object.keys(renewed)).toEqual(Object.keys(example));
    expect(await statusWith(renewed.access_token)).toBe(200);

    await run(id, request(id, 2, { YOUR_REFRESH_TOKEN: renewed.refresh_token }), context);
    expect(await statusWith(renewed.access_token)).toBe(401);
  });
});
