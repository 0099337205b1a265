import { afterAll, describe, expect, test } from 'vitest';
import { sdkModel } from '../../src/generators/sdk/model.ts';
import { loadDocument, loadPolicies, SPEC_FILE } from '../../src/openapi/document/load.ts';
import { judge } from './judge.ts';
import type { Observed, Verdict } from './judge.ts';
import { readScenarios } from './scenario.ts';
import type { Scenario } from './scenario.ts';
import { specScenarios } from './spec-scenarios.ts';
import { Stage } from './stage.ts';
import { tableOf } from './table.ts';
import { runTiny } from './tiny-runner.ts';
import type { Calls } from './tiny-runner.ts';

const document = await loadDocument(SPEC_FILE);
const model = sdkModel(document, await loadPolicies());
const written = readScenarios();
const made = specScenarios(model, document);

const stage = new Stage(model);
afterAll(() => stage.close());

const get = { call: 'contacts.get', path: { id: 'con_abc123' } };
const base: Scenario = { name: 'one', covers: 'judge', on: 'mock', steps: [get] };

/** Runs a scenario by the tiny runner, whose tale may be changed before it is judged. */
async function verdictOf(
  scenario: Scenario,
  change: (observed: Observed) => Observed = (same) => same,
): Promise<Verdict> {
  const staged = await stage.set(scenario);
  const observed = change(await runTiny(staged.input));
  return judge(staged.scenario, observed, staged.requests, staged.secrets);
}

describe('the judge passes', () => {
  test('a call, its request and its count', async () => {
    const verdict = await verdictOf({
      ...base,
      steps: [{ ...get, see: { result: { id: 'con_abc123', tags: { $length: 2 } } } }],
      requests: [{ method: 'GET', path: '/v1/contacts/con_abc123', headers: { authorization: 'Bearer {{key}}' } }],
      counts: { 'GET /v1/contacts/con_abc123': 1 },
      waits: [],
    });
    expect(verdict).toEqual({ outcome: 'passed', told: [] });
  });

  test('an error that is wanted', async () => {
    const error = { class: 'NotFoundError', status: 404, code: 'not_found', request_id: { $match: '^req_' } };
    const verdict = await verdictOf({ ...base, steps: [{ ...get, path: { id: 'con_unknown' }, see: { error } }] });
    expect(verdict.outcome).toBe('passed');
  });

  test('a script of a stub', async () => {
    const answers = [{ json: { id: 'con_abc123', a: 1 }, pieces: 3, chunked: true }];
    const verdict = await verdictOf({ ...base, on: 'stub', answers, steps: [{ ...get, see: { result: { a: 1 } } }] });
    expect(verdict).toEqual({ outcome: 'passed', told: [] });
  });

  test('as skipped what a library cannot do, where that is allowed', async () => {
    const steps = [{ items: 'contacts.list' }];
    expect((await verdictOf({ ...base, optional: true, steps })).outcome).toBe('skipped');
    expect((await verdictOf({ ...base, steps })).outcome).toBe('failed');
  });
});

describe('the judge fails', () => {
  test('a wrong result, a missing error and an error nobody wants', async () => {
    const wrong = await verdictOf({ ...base, steps: [{ ...get, see: { result: { id: 'con_other' } } }] });
    expect(wrong.told).toEqual(['step 1: result.id is "con_abc123" instead of "con_other"']);
    expect((await verdictOf({ ...base, steps: [{ ...get, see: { error: {} } }] })).told).toEqual([
      'step 1: it did not fail',
    ]);
    expect((await verdictOf({ ...base, steps: [{ ...get, path: { id: 'con_unknown' } }] })).told[0]).toMatch(
      /it failed/,
    );
  });

  test('requests that were not to be, or to be others', async () => {
    expect((await verdictOf({ ...base, requests: [] })).told[0]).toMatch(/saw 1 requests instead of 0/);
    expect((await verdictOf({ ...base, counts: { 'GET /v1/contacts/con_abc123': 2 } })).told[0]).toMatch(/1 times/);
    expect((await verdictOf({ ...base, requests: [{ method: 'POST' }] })).told[0]).toMatch(/request 1.method/);
  });

  test('waits, hooks, warnings and log lines that are not as they should be', async () => {
    const told = async (scenario: Partial<Scenario>): Promise<string[]> =>
      (await verdictOf({ ...base, ...scenario }, (observed) => ({ ...observed, waits: [3] }))).told;
    expect(await told({ waits: [[3, 3]] })).toEqual([]);
    expect(await told({ waits: [[1, 2]] })).toHaveLength(1);
    expect(await told({ hooks: ['before'] })).toHaveLength(1);
    expect(await told({ warnings: 1 })).toHaveLength(1);
    expect(await told({ log: { has: ['GET'] } })).toHaveLength(1);
  });

  test('a secret that is shown, without showing it again', async () => {
    const leaking = (observed: Observed): Observed => ({
      ...observed,
      log: ['Authorization: Bearer sk_test_stubkey0001'],
    });
    const verdict = await verdictOf({ ...base, on: 'stub', answers: [{ json: {} }] }, leaking);
    expect(verdict.told).toEqual(['a secret is shown']);
  });

  test('a runner that tells nothing', async () => {
    const staged = await stage.set(base);
    expect(judge(staged.scenario, undefined, [], []).outcome).toBe('failed');
  });
});

describe('what stands between a library and the mock', () => {
  test('loses answers of requests that have run', async () => {
    const staged = await stage.set({ ...base, intercept: [{ when: 'POST /v1/contacts', lose_answer: true }] });
    const call = { call: 'contacts.create', body: { email: 'lost@example.com' } };
    await expect(runTiny({ ...staged.input, steps: [call] })).rejects.toThrow();
    const again = await runTiny({ ...staged.input, steps: [call] });
    expect(again.steps[0]?.error).toMatchObject({ status: 409, code: 'email_taken' });
  });

  test('lets others write in between', async () => {
    const before = [{ method: 'DELETE', path: '/v1/contacts/con_abc123' }];
    const staged = await stage.set({ ...base, intercept: [{ when: 'GET /v1/contacts/con_abc123', nth: 2, before }] });
    const { steps } = await runTiny({ ...staged.input, steps: [get, get] });
    expect([steps[0]?.result, steps[1]?.error]).toEqual([expect.anything(), expect.objectContaining({ status: 404 })]);
  });
});

describe('the scenarios', () => {
  const all = [...written, ...made];

  test('have names of their own', () => {
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  });

  test('cover each promise, every operation and every error code', () => {
    expect(new Set(all.map(({ covers }) => covers))).toEqual(
      new Set([
        ...['client', 'transport', 'requests', 'types', 'time', 'retries', 'paging', 'errors', 'rate limit'],
        ...['raw', 'hooks', 'webhooks', 'tests', 'oauth', 'care', 'operations'],
      ]),
    );
    expect(made.filter(({ covers }) => covers === 'operations')).toHaveLength(model.methods.length);
    expect(made.filter(({ covers }) => covers === 'errors')).toHaveLength(model.errors.length);
  });

  test('call what there is', () => {
    const known = new Set(model.methods.map(({ fullName }) => fullName));
    const called = all.flatMap(({ steps }) =>
      steps.flatMap((step) => [step.call, step.items, step.pages, step.raw, step.parallel?.step.call]),
    );
    expect(called.filter((name) => name !== undefined && !known.has(name))).toEqual([]);
  });

  test('can be staged, and leave no placeholder', async () => {
    const staged = await Promise.all(all.map((scenario) => stage.set(scenario)));
    expect(staged.filter(({ input }) => /\{\{\w+\}\}|"delivery"/.test(JSON.stringify(input)))).toEqual([]);
  });

  test('of the operations and of answers that grow are met by what sends and reads plain JSON', async () => {
    const calls = Object.fromEntries(
      model.methods.map((method) => [method.fullName, [method.httpMethod, method.path]]),
    );
    for (const scenario of made.filter(({ covers }) => covers === 'operations' || covers === 'types')) {
      const staged = await stage.set(scenario);
      const observed = await runTiny(staged.input, calls as unknown as Calls);
      const { told } = judge(staged.scenario, observed, staged.requests, staged.secrets);
      expect(told, scenario.name).toEqual([]);
    }
  });

  test('make a table', () => {
    const verdicts = new Map([['node', new Map([['a', { outcome: 'passed' as const, told: [] }]])]]);
    expect(tableOf(['a', 'bc'], verdicts)).toBe('    node\na   ✓   \nbc      ');
  });
});
