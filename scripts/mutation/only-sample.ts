// A plugin that Stryker loads in processes of its own: of the faults in a place it lets those through that were drawn.
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { CheckResult } from '@stryker-mutator/api/check';
import type { Mutant } from '@stryker-mutator/api/core';
import { keyOf } from './mutants.ts';

/** Names the file that lists what was drawn. */
export const SAMPLE_VARIABLE = 'MUTATION_SAMPLE';
/** Names the folders whose tests alone are run; unset: all. */
export const TESTS_VARIABLE = 'MUTATION_TESTS';
/** Why all others are left out. */
export const NOT_DRAWN = 'not drawn';

let drawn: ReadonlySet<string> = new Set();

const onlySample = {
  init: (): Promise<void> => {
    drawn = new Set(JSON.parse(readFileSync(process.env[SAMPLE_VARIABLE] ?? '', 'utf8')) as string[]);
    return Promise.resolve();
  },
  check: (mutants: readonly Mutant[]): Promise<Record<string, CheckResult>> => {
    const judge = (mutant: Mutant): CheckResult =>
      drawn.has(keyOf(mutant, relative(process.cwd(), mutant.fileName)))
        ? ({ status: 'passed' } as CheckResult)
        : ({ status: 'compileError', reason: NOT_DRAWN } as CheckResult);
    return Promise.resolve(Object.fromEntries(mutants.map((mutant) => [mutant.id, judge(mutant)])));
  },
  group: (mutants: readonly Mutant[]): Promise<string[][]> => Promise.resolve([mutants.map(({ id }) => id)]),
};

export const strykerPlugins = [{ kind: 'Checker', name: 'only-sample', value: onlySample }];
