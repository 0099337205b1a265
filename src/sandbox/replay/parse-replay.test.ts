import { readFileSync } from 'node:fs';
import { Validator } from '@cfworker/json-schema';
import type { Schema } from '@cfworker/json-schema';
import { expect, test } from 'vitest';
import { plans, sandbox as policy } from '../generated/policies.ts';
import { parseReplay, ReplayError } from './parse-replay.ts';
import { CALLERS, REPLAY_HEADERS, REPLAY_METHODS } from './replay-file.ts';

const STEP = { as: 'admin', method: 'GET', path: '/v1/contacts' };
const FILE = { format: 'orbinto-replay', version: 1, seed: 1, start: '2026-03-02T09:00:00Z', steps: [STEP] };

function problemOf(text: string): string {
  try {
    parseReplay(text);
  } catch (error) {
    if (error instanceof ReplayError) return error.message;
    throw error;
  }
  return '';
}

const inStep = (step: object): object => ({ ...FILE, steps: [STEP, { ...STEP, ...step }] });

test.each<[file: object, problem: string]>([
  [{ ...FILE, format: 'orbinto-sandbox' }, "The 'format' member must be 'orbinto-replay': this is no replay file."],
  [{ ...FILE, version: 2 }, 'The file is of version 2; this sandbox plays version 1. Open it on a newer one.'],
  [{ ...FILE, version: 2, new: 1 }, 'The file is of version 2; this sandbox plays version 1. Open it on a newer one.'],
  [{ ...FILE, version: '1' }, "The 'version' member must be 1."],
  [{ ...FILE, seed: 1.5 }, "The 'seed' member must be a whole number."],
  [{ ...FILE, seed: undefined }, "The 'seed' member must be a whole number."],
  [
    { ...FILE, start: 'now' },
    "The 'start' member must be a time of RFC 3339 from 1970 to 8999, such as 2026-03-02T09:00:00Z.",
  ],
  [
    { ...FILE, start: '9000-01-01T00:00:00Z' },
    "The 'start' member must be a time of RFC 3339 from 1970 to 8999, such as 2026-03-02T09:00:00Z.",
  ],
  [
    { ...FILE, start: '1969-12-31T23:59:59Z' },
    "The 'start' member must be a time of RFC 3339 from 1970 to 8999, such as 2026-03-02T09:00:00Z.",
  ],
  [{ ...FILE, left_out: -1 }, "The 'left_out' member must be a number from 0 to 9007199254740991."],
  [{ ...FILE, steps: {} }, "The 'steps' member must be a list of requests."],
  [
    { ...FILE, more: 1 },
    "The 'more' member does not exist; there is $schema, format, version, seed, start, left_out, secrets_removed, steps.",
  ],
  [inStep({ as: 'sk_test_admin' }), "The 'steps[1].as' member must be one of read, write, admin, nobody, unknown."],
  [inStep({ plan: 'gold' }), "The 'steps[1].plan' member must be one of free, basic, professional, enterprise."],
  [
    inStep({ method: 'get' }),
    "The 'steps[1].method' member must be one of GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS.",
  ],
  [
    inStep({ path: 'v1/contacts' }),
    "The 'steps[1].path' member must be a path as it stands in a URL, such as /v1/contacts?limit=10.",
  ],
  [
    inStep({ path: '//evil.example/v1' }),
    "The 'steps[1].path' member must be a path as it stands in a URL, such as /v1/contacts?limit=10.",
  ],
  [
    inStep({ path: '/v1/../oauth/token' }),
    "The 'steps[1].path' member must be a path as it stands in a URL, such as /v1/contacts?limit=10.",
  ],
  [
    inStep({ path: '/oauth/token' }),
    "The 'steps[1].path' member must be below /v1 or /_sandbox, and nothing that makes a workspace.",
  ],
  [
    inStep({ path: '/_sandbox/workspaces' }),
    "The 'steps[1].path' member must be below /v1 or /_sandbox, and nothing that makes a workspace.",
  ],
  [inStep({ after_ms: -1 }), "The 'steps[1].after_ms' member must be a number from 0 to 31622400000."],
  [inStep({ method: 'HEAD', body_text: '' }), "The 'steps[1].body_text' member cannot be sent with HEAD."],
  [inStep({ body: {} }), "The 'steps[1].body' member cannot be sent with GET."],
  [
    inStep({ method: 'POST', body: {}, body_text: '' }),
    "The 'steps[1].body_text' member cannot be combined with 'body'.",
  ],
  [
    inStep({ headers: { Authorization: 'x' } }),
    "The 'steps[1].headers.Authorization' member does not exist; there is Accept, Content-Type, Content-Encoding.",
  ],
  [inStep({ headers: { Accept: 'a\nb' } }), "The 'steps[1].headers.Accept' member must be a text of visible ASCII."],
  [{ ...FILE, steps: [1] }, "The 'steps[0]' member must be an object."],
])('an edited file is refused in one line that names what is wrong: %j', (file, problem) => {
  expect(problemOf(JSON.stringify(file))).toBe(problem);
});

test('what is no JSON, says something twice, or is too long is refused in one line', () => {
  expect(problemOf('{"format":')).toMatch(/^This is not JSON: line 1, column 11: /);
  for (const text of ['[]', 'null', '7', '"a text"']) expect(problemOf(text)).toBe('The file must be a JSON object.');
  const twice = JSON.stringify(FILE).replace('"as":', '"as":"read","as":');
  expect(problemOf(twice)).toBe("The 'steps[0].as' member stands there twice.");
  expect(problemOf(' '.repeat(policy.replay_characters + 1))).toContain(
    `more than ${policy.replay_characters} characters`,
  );
  const steps = Array.from({ length: policy.replay_steps + 1 }, () => STEP);
  expect(problemOf(JSON.stringify({ ...FILE, steps }))).toBe(
    `The 'steps' member must hold no more than ${policy.replay_steps} requests.`,
  );
});

test.each<object>([
  FILE,
  { ...FILE, seed: 0, start: '1970-01-01T00:00:00Z', steps: [] },
  { ...FILE, start: '8999-12-31T23:59:59Z', left_out: 0, secrets_removed: true },
  inStep({
    as: 'nobody',
    plan: 'free',
    method: 'DELETE',
    path: '/v1/contacts/con_abc123?a=b',
    after_ms: 31_622_400_000,
  }),
  inStep({ method: 'HEAD', headers: { Accept: '' } }),
  inStep({ method: 'POST', headers: { 'Content-Type': 'text/plain' }, body_text: '' }),
  inStep({ method: 'PATCH', body: null }),
])('a file is read as it is written: %j', (file) => {
  const { start, ...others } = parseReplay(JSON.stringify(file));
  expect({ ...others, start: start.replace('.000', '') }).toEqual(file);
});

test('what a file may leave out is left out', () => {
  const { steps, ...file } = parseReplay(JSON.stringify({ ...FILE, $schema: 'x', secrets_removed: false }));
  expect(Object.keys(file)).toEqual(['format', 'version', 'seed', 'start']);
  expect(steps).toEqual([STEP]);
});

/** What is looked at of the schema. */
interface ReplaySchema {
  properties: { steps: { maxItems: number } };
  $defs: { step: { properties: Record<string, { enum: string[]; properties: object }> } };
}

const schemaText = readFileSync(new URL('../../../spec/replay.schema.json', import.meta.url), 'utf8');
const schema = JSON.parse(schemaText) as ReplaySchema;

test('the schema says what the reader takes', () => {
  const { properties } = schema.$defs.step;
  expect(properties['as']?.enum).toEqual([...CALLERS]);
  expect(properties['plan']?.enum).toEqual(Object.keys(plans));
  expect(properties['method']?.enum).toEqual([...REPLAY_METHODS]);
  expect(Object.keys(properties['headers']?.properties ?? {})).toEqual([...REPLAY_HEADERS]);
  expect(schema.properties.steps.maxItems).toBe(policy.replay_steps);
  const validator = new Validator(JSON.parse(schemaText) as Schema, '2020-12');
  for (const step of [
    STEP,
    { ...STEP, method: 'POST', body: null },
    { ...STEP, method: 'PUT', body_text: 'x', after_ms: 5 },
  ]) {
    expect(validator.validate({ ...FILE, steps: [step] }).valid).toBe(true);
    expect(problemOf(JSON.stringify({ ...FILE, steps: [step] }))).toBe('');
  }
  for (const step of [
    { ...STEP, as: 'x' },
    { ...STEP, body: 1, body_text: 'x' },
    { ...STEP, path: '/oauth/token' },
  ]) {
    expect(validator.validate({ ...FILE, steps: [step] }).valid).toBe(false);
    expect(problemOf(JSON.stringify({ ...FILE, steps: [step] }))).not.toBe('');
  }
});
