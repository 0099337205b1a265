import { expect, test } from 'vitest';
import type { ApiError } from '../http/api-error.ts';
import { parseKey } from '../keys.ts';
import type { Credential } from '../keys.ts';
import type { Settings } from '../records/settings.ts';
import type { Workspace } from '../records/workspace.ts';
import { Faults } from './faults.ts';

const key = parseKey('sk_test_admin') as Credential;
const token = { ...key, kind: 'token' } as unknown as Credential;
const requirement = { scope: 'contacts:read', level: 'read' } as const;

function workspace(setting: Partial<Settings['faults']>): { setting: () => Settings['faults'] } & Workspace {
  const whole = { status: null, rate: 1, latency_ms: 0, ...setting };
  return { setting: () => whole } as never;
}

function struck(faults: Faults, where: Workspace, caller = key): ApiError | undefined {
  try {
    faults.strike(where, caller, requirement);
    return undefined;
  } catch (error) {
    return error as ApiError;
  }
}

test.each([
  [401, key, { code: 'invalid_api_key' }],
  [401, token, { code: 'invalid_access_token' }],
  [403, key, { code: 'insufficient_scope', message: expect.stringContaining('contacts:read') as string }],
  [429, key, { message: expect.stringMatching(/ second\b.* 1 second/) as string, headers: { 'Retry-After': '1' } }],
  [500, key, { code: 'internal_error' }],
])('a fault of %s is the documented error', (status, caller, error) => {
  expect(struck(new Faults(), workspace({ status }), caller)).toMatchObject({ status, ...error });
});

test('none is ordered: nothing fails', () => {
  expect(struck(new Faults(), workspace({ status: null }))).toBeUndefined();
  expect(struck(new Faults(), workspace({ status: 500, rate: 0 }))).toBeUndefined();
});

test('which requests fail is the same after each order, and a new order begins anew', () => {
  const faults = new Faults();
  const half = { status: 500, rate: 0.5 } as const;
  const run = (where: Workspace) => Array.from({ length: 20 }, () => struck(faults, where) !== undefined);
  const first = workspace(half);
  const [begun, continued] = [run(first), run(first)];
  expect(new Set(begun).size).toBe(2);
  expect(continued).not.toEqual(begun);
  expect(run(workspace(half))).toEqual(begun);
  let setting = { ...half, latency_ms: 0 };
  const renewed = { setting: () => setting } as unknown as Workspace;
  expect(run(renewed)).toEqual(begun);
  setting = { ...setting };
  expect(run(renewed)).toEqual(begun);
});

test('an answer is late by what is set, and waits for nothing where none is', async () => {
  const waits: number[] = [];
  const pause = (milliseconds: number) => Promise.resolve(void waits.push(milliseconds));
  await new Faults().delay(workspace({ latency_ms: 0 }), pause);
  await new Faults().delay(workspace({ latency_ms: 1 }), pause);
  expect(waits).toEqual([1]);
});
