import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mutant } from '@stryker-mutator/api/core';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { Random } from '../../src/sandbox/random.ts';
import { root } from '../paths.ts';

/** Kinds of faults that are not put in: what a text says is seldom held by a test, and should not be. */
export const EXCLUDED = ['StringLiteral'];

/** What Stryker's parts tell while they work is of no use here. */
const silent = () => undefined;
const logger = {
  isTraceEnabled: () => false,
  isDebugEnabled: () => false,
  isInfoEnabled: () => false,
  isWarnEnabled: () => false,
  isErrorEnabled: () => false,
  isFatalEnabled: () => false,
  trace: silent,
  debug: silent,
  info: silent,
  warn: silent,
  error: silent,
  fatal: silent,
};

/**
 * All faults that can be put into files, one at a time.
 * @param files paths from the root
 */
export async function mutantsOf(files: readonly string[]): Promise<Mutant[]> {
  const sources = files.map((name) => ({ name, mutate: true, content: readFileSync(join(root, name), 'utf8') }));
  const options = { ignorers: [], excludedMutations: EXCLUDED, plugins: null };
  const { mutants } = await new Instrumenter(logger).instrument(sources, options);
  return mutants.filter(({ status }) => status !== 'Ignored');
}

/** So many of a list, drawn by a seed, in their order; all of them where there are no more. */
export function sample<T>(items: readonly T[], size: number, seed: number): T[] {
  const random = new Random(seed);
  return items
    .map((item, index) => ({ item, index, rank: random.next() }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, size)
    .sort((a, b) => a.index - b.index)
    .map(({ item }) => item);
}

/**
 * Tells a mutant from all others of a sample.
 * @param from what lines and columns are counted from: Stryker's results count from 1, all else from 0
 */
export function keyOf(mutant: Mutant, fileName: string, from: 0 | 1 = 0): string {
  const { start, end } = mutant.location;
  const at = [start.line, start.column, end.line, end.column].map((count) => count - from);
  return JSON.stringify([fileName.replaceAll('\\', '/'), ...at, mutant.mutatorName, mutant.replacement]);
}

/** The place of a mutant as Stryker's option `mutate` takes it: lines from 1, columns from 0. */
export function rangeOf({ fileName, location: { start, end } }: Mutant): string {
  return `${fileName}:${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`;
}
