import { defineConfig } from 'vitest/config';
import type { TestProjectInlineConfiguration } from 'vitest/config';
import config from '../../vitest.config.ts';
import { NearestFirst } from './nearest-first.ts';
import { TESTS_VARIABLE } from './only-sample.ts';

/** The projects that answer quickly, and in the process that has the fault. */
const QUICK = ['unit', 'contract'];

const folders = process.env[TESTS_VARIABLE]?.split(',');
const projects = ((config.test?.projects ?? []) as TestProjectInlineConfiguration[])
  .filter(({ test }) => QUICK.includes(String(test?.name)))
  .map(({ test }) => ({ test: { ...test, include: test?.include?.flatMap(within) ?? [] } }));

/** The pattern, or what of it is in the folders that were asked for. */
function within(pattern: string): string[] {
  if (folders === undefined) return [pattern];
  const isOfTests = pattern.startsWith('tests/');
  return folders.filter((folder) => folder.startsWith('tests') === isOfTests).map((folder) => `${folder}/**/*.test.ts`);
}

export default defineConfig({
  test: {
    projects: projects.filter(({ test }) => test.include.length > 0),
    sequence: { sequencer: NearestFirst },
  },
});
