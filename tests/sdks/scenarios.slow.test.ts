/** Every library does what `sdks/scenarios.yaml` says, by a runner of its own. At the end: language × scenario. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sdkModel } from '../../src/generators/sdk/model.ts';
import { loadDocument, loadPolicies, SPEC_FILE } from '../../src/openapi/document/load.ts';
import { needsProgram } from '../programs.ts';
import type { Verdict } from './judge.ts';
import { canRun, runners } from './runners.ts';
import type { Runner } from './runners.ts';
import { readScenarios } from './scenario.ts';
import { specScenarios } from './spec-scenarios.ts';
import { tableOf } from './table.ts';
import { verdictsOf } from './verdicts.ts';

const document = await loadDocument(SPEC_FILE);
const model = sdkModel(document, await loadPolicies());
const scenarios = [...readScenarios(), ...specScenarios(model, document)];
const verdicts = new Map<string, ReadonlyMap<string, Verdict>>();
const names = scenarios.map(({ name }) => name);

afterAll(() => {
  if (verdicts.size > 0) console.warn(tableOf(names, verdicts));
});

describe.each(runners())('the library for $language', (runner) => {
  needsProgram(runner.language, canRun(runner));
  let found: ReadonlyMap<string, Verdict> = new Map();
  beforeAll(async () => {
    if (!canRun(runner)) return;
    found = await verdictsOf(runner, scenarios, model);
    verdicts.set(runner.language, found);
  }, 320_000);

  test.each(names)('%s', (name) => {
    const { outcome, told } = found.get(name) ?? expect.unreachable();
    expect(outcome === 'failed' ? told : []).toEqual([]);
  });
});

test('a runner is a program that reads a file and prints a line a scenario', async () => {
  const tiny: Runner = { language: 'tiny', command: [process.execPath, 'tests/sdks/tiny-runner.ts'] };
  const chosen = scenarios.filter(({ name }) => /^operation contacts\.(?:get|create|delete)$/.test(name));
  const found = await verdictsOf(tiny, chosen, model);
  expect([...found.values()].map(({ outcome }) => outcome)).toEqual(['passed', 'passed', 'passed']);
});
