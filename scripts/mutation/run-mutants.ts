import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { LogLevel, Mutant, MutantResult } from '@stryker-mutator/api/core';
import { Stryker } from '@stryker-mutator/core';
import { root } from '../paths.ts';
import { EXCLUDED, keyOf, rangeOf } from './mutants.ts';
import { SAMPLE_VARIABLE, TESTS_VARIABLE } from './only-sample.ts';

/** What the tests of the code do not read: it is not copied. */
const NOT_COPIED = ['dist', '.node', '.orbinto', '.astro', '.ci', 'test-results', 'bench/peers'];
const OWN_PLUGINS = ['only-sample.ts', 'tell-missed.ts'].map((name) => join(import.meta.dirname, name));
/** Besides half as long again as its tests take; machines are busy with other things. */
const PATIENCE = 30_000;

/**
 * Puts faults into a copy of the repository, one at a time, and runs tests that reach each of them until one fails.
 * A fault in what runs while a module is loaded is not tried: all tests would have to load it anew.
 *
 * @param mutants none of them twice
 * @param tests folders: no tests outside of them are run
 */
export async function runMutants(mutants: readonly Mutant[], tests?: readonly string[]): Promise<MutantResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mutation-'));
  process.env[SAMPLE_VARIABLE] = join(folder, 'sample.json');
  if (tests !== undefined) process.env[TESTS_VARIABLE] = tests.join();
  const keys = mutants.map((mutant) => keyOf(mutant, mutant.fileName));
  writeFileSync(join(folder, 'sample.json'), JSON.stringify(keys));
  try {
    const results = await new Stryker({
      mutate: mutants.map(rangeOf),
      mutator: { plugins: null, excludedMutations: EXCLUDED },
      ignorePatterns: NOT_COPIED,
      ignoreStatic: true,
      // It would write a line into files that are compared with what prints them.
      disableTypeChecks: false,
      testRunner: 'vitest',
      vitest: { configFile: 'scripts/mutation/vitest.config.ts', pool: 'forks' },
      coverageAnalysis: 'perTest',
      checkers: ['only-sample'],
      plugins: ['@stryker-mutator/vitest-runner', ...OWN_PLUGINS],
      reporters: ['tell-missed'],
      logLevel: 'warn' as LogLevel,
      allowConsoleColors: false,
      concurrency: 1,
      timeoutMS: PATIENCE,
      dryRunTimeoutMinutes: 20,
      tempDirName: join(folder, 'copy'),
    }).runMutationTest();
    const drawn = new Set(keys);
    return results.filter((result) => drawn.has(keyOf(result, relative(root, result.fileName), 1)));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
