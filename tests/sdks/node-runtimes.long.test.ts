/** The library for Node does the same where there is no Node: on Bun, Deno and workerd, and on a page. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sdkModel } from '../../src/generators/sdk/model.ts';
import { loadDocument, loadPolicies, SPEC_FILE } from '../../src/openapi/document/load.ts';
import { needsProgram } from '../programs.ts';
import type { Verdict } from './judge.ts';
import { nodeRuntimes } from './node-runtimes.ts';
import { readScenarios } from './scenario.ts';
import { specScenarios } from './spec-scenarios.ts';
import { verdictsOf } from './verdicts.ts';

const document = await loadDocument(SPEC_FILE);
const model = sdkModel(document, await loadPolicies());
const scenarios = [...readScenarios(), ...specScenarios(model, document)];

const held: string[] = [];

afterAll(() => {
  if (held.length > 0) console.warn(`Scenarios that the library for Node holds: ${held.join(', ')}`);
});

describe.each(nodeRuntimes())('the library for Node on $name', ({ name: runtime, isThere, run }) => {
  needsProgram(runtime, isThere);
  let found: ReadonlyMap<string, Verdict> = new Map();
  beforeAll(async () => {
    if (!isThere) return;
    found = await verdictsOf(run, scenarios, model);
    const passed = [...found.values()].filter(({ outcome }) => outcome === 'passed');
    held.push(`${runtime} ${passed.length} of ${found.size}`);
  }, 320_000);

  test.for(scenarios)('$name', ({ name, not_on: notOn = {} }, { skip }) => {
    const { outcome, told } = found.get(name) ?? expect.unreachable();
    const reason = notOn[runtime];
    if (reason === undefined) return expect(outcome === 'failed' ? told : []).toEqual([]);
    expect(outcome, 'it holds here: its `not_on` can go').toBe('failed');
    skip(reason);
  });
});

test('a reason for what cannot be held names a runtime that there is', () => {
  const names = nodeRuntimes().map(({ name }) => name);
  const given = scenarios.flatMap(({ not_on: notOn = {} }) => Object.entries(notOn));
  expect(given.filter(([name, reason]) => !names.includes(name) || !reason)).toEqual([]);
});
