import type { TestSequencer, TestSpecification, Vitest } from 'vitest/node';

/** How many files of tests a fault has to get past: those that are nearest to it. */
export const MOST_FILES = 30;

const COMMON = new Set(['', 'src', 'tests', 'test', 'ts', 'openapi', 'generators', 'sandbox', 'site']);

/**
 * Runs tests beside a fault first, then those whose place or name says that they are about the same, then the others: most faults
 * are noticed at once. A fault that is still there after the nearest files counts as one that no test noticed.
 */
export class NearestFirst implements TestSequencer {
  readonly #vitest: Vitest;

  constructor(vitest: Vitest) {
    this.#vitest = vitest;
  }

  shard(files: TestSpecification[]): TestSpecification[] {
    return files;
  }

  sort(files: TestSpecification[]): TestSpecification[] {
    const [fault = ''] = this.#vitest.config.related ?? [];
    const { root } = this.#vitest.config;
    const distances = new Map(files.map((file) => [file, distance(fault.replace(root, ''), pathOf(file, root))]));
    const sorted = files.toSorted((a, b) => (distances.get(a) ?? 0) - (distances.get(b) ?? 0));
    // The first run finds out which tests reach which place: it has to see all of them.
    const isOfFault = files.some(({ project }) => project.config.testNamePattern !== undefined);
    return isOfFault ? sorted.slice(0, MOST_FILES) : sorted;
  }
}

const pathOf = ({ moduleId }: TestSpecification, root: string): string => moduleId.replace(root, '');

/**
 * How far a file of tests is from a file: the less, the more words their paths share. Of those that share as many, the ones that hold
 * a whole part to its promise come first: they look at more of it than tests of another file do.
 */
export function distance(file: string, test: string): number {
  const wanted = wordsOf(file);
  const shared = [...wordsOf(test)].filter((word) => wanted.has(word)).length;
  const isBeside = test.replace(/\.test\.ts$/, '.ts') === file;
  return -2 * shared - (isBeside ? 100 : 0) - (test.startsWith('/tests/contract/') ? 1 : 0);
}

/** Those that say what a file is about; that of its layer is in all paths of it. */
function wordsOf(path: string): Set<string> {
  return new Set(path.split(/[^a-z0-9]+/i).filter((word) => !COMMON.has(word)));
}
