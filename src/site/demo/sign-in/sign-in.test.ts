import { expect, test } from 'vitest';
import { readForm } from '../../../../tests/oauth/flow.ts';
import { openPrivateSandbox } from '../../../sandbox/browser.ts';
import { courseOf, courses } from './breaks.ts';
import type { StepResult } from './outcome.ts';
import { SignIn } from './sign-in.ts';
import { steps } from './steps.ts';

/** Goes a whole way, step by step. */
async function go(course: string): Promise<StepResult[]> {
  const signIn = new SignIn(openPrivateSandbox(), readForm);
  const results: StepResult[] = [];
  for (const id of courseOf(course).steps) results.push(await signIn.do(id));
  return results;
}

/** Each step with its refusal, as far as it was refused: `exchange-again: invalid_grant: …`. */
async function refusals(course: string): Promise<string[]> {
  return (await go(course)).filter(({ isRefused }) => isRefused).map(({ id, says }) => `${id}: ${says}`);
}

test('the right way is refused nowhere, and each check of the server is passed', async () => {
  const results = await go('none');
  expect(results.filter(({ isRefused, failed }) => isRefused || failed !== undefined)).toEqual([]);
  const [secrets, ask, approve, compare, exchange, call] = results;
  const valueOf = (name: string) => secrets?.values.find(([known]) => known === name)?.[1] ?? '';
  expect(ask?.request?.start).toContain(`code_challenge=${valueOf('code_challenge')}`);
  expect(approve?.response?.headers.find(([name]) => name === 'Location')?.[1]).toContain(`state=${valueOf('state')}`);
  expect(compare?.values.map(([, value]) => value)).toContain('https://app.orbinto.com');
  expect(exchange?.request?.body).toContain(`code_verifier=${valueOf('code_verifier')}`);
  const { access_token: token } = JSON.parse(exchange?.response?.body ?? '') as { access_token: string };
  expect(call?.request?.headers).toContainEqual(['Authorization', `Bearer ${token}`]);
});

test.each([
  ['state-missing', ["ask-without-state: invalid_request: The parameter 'state' is missing."]],
  ['redirect-unregistered', ['ask-elsewhere: invalid_request: The redirect_uri is not registered for this client.']],
  ['denied', ['deny: access_denied: The user denied the request.']],
  ['verifier-wrong', ['exchange-wrong-verifier: invalid_grant: The code_verifier does not fit the challenge.']],
  [
    'verifier-short',
    ['exchange-short-verifier: invalid_request: The code_verifier must be 43 to 128 letters, digits, and any of -._~'],
  ],
  ['redirect-changed', ['exchange-elsewhere: invalid_grant: The redirect_uri is not that of the authorization.']],
  ['scope-wider', ['refresh-wider: invalid_scope: A refresh cannot add scopes that the user did not grant.']],
])('“%s” is refused, and nothing else is lost', async (course, expected) => {
  expect(await refusals(course)).toEqual(expected);
});

test.each([
  ['code-reused', 'exchange-again: invalid_grant: The code was used before; the tokens it gave are revoked.'],
  [
    'refresh-replayed',
    'refresh-again: invalid_grant: The refresh token was used before; all tokens of this sign-in are revoked.',
  ],
])('“%s” ends every token of the sign-in', async (course, expected) => {
  const [first, ...others] = await refusals(course);
  expect(first).toBe(expected);
  expect(others.map((text) => text.split(': ').slice(0, 2))).toEqual([
    ['call-after', 'invalid_access_token'],
    ['refresh-after', 'invalid_grant'],
  ]);
});

test('the state of another sign-in stops the app, not the server', async () => {
  const results = await go('state-other');
  const stopped = results.at(-1);
  expect(stopped).toMatchObject({ id: 'compare-foreign', isRefused: true, failed: 0, request: undefined });
  expect(results.slice(0, -1).some(({ isRefused }) => isRefused)).toBe(false);
});

test('each refusal names a check of its step', async () => {
  for (const { id } of courses)
    for (const { id: step, isRefused, failed } of await go(id)) {
      expect(failed !== undefined, `${id}, ${step}`).toBe(isRefused);
      if (failed !== undefined) expect(steps[step].checks[failed], `${id}, ${step}`).toBeTypeOf('string');
    }
});

test('a step out of order says what is missing', async () => {
  const signIn = new SignIn(openPrivateSandbox(), readForm);
  await expect(signIn.do('ask')).rejects.toThrow('the secrets have to be made first');
  await signIn.do('secrets');
  await expect(signIn.do('exchange')).rejects.toThrow('the user has to decide first');
});
