import { defineConfig } from 'vitest/config';

const slow = '**/*.{slow,long}.test.ts';

/** No test asserts a time: the limits are generous, for machines that are busy with other things. */
const base = {
  globalSetup: ['tests/draw-seed.ts', 'tests/edge/test-folder.ts'],
  testTimeout: 60_000,
  hookTimeout: 60_000,
  // Vitest itself leaves one processor free, which is half of two.
  maxWorkers: '100%',
};

/** Modules keep no state, so files that run one after the other share what is loaded: a third of the time. Globals are theirs alone. */
const shared = { ...base, isolate: false, restoreMocks: true, unstubGlobals: true };

// `unit` stands beside the code and answers in seconds; `contract` holds whole parts to what they promise; `slow` starts
// processes, other languages and whole builds, for `long` more than a run of everything has time for; `dist` reads the files of the finished build, `samples` runs the
// code that its pages show.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['{src,scripts,sdks/node}/**/*.test.ts'],
          exclude: [slow, '**/node_modules/**'],
        },
      },
      {
        test: {
          ...shared,
          name: 'contract',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/{e2e,engines,dist,samples}/**', slow, '**/node_modules/**'],
        },
      },
      {
        test: {
          ...base,
          name: 'slow',
          // Each starts programs, some build whole sites.
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // They wait for other processes more than they work.
          maxWorkers: 2,
          include: [`{src,scripts,tests,sdks/node}/${slow}`],
          exclude: ['**/node_modules/**', ...(process.env.QUICK_TESTS === undefined ? [] : ['**/*.long.test.ts'])],
        },
      },
      {
        test: {
          ...shared,
          name: 'samples',
          include: ['tests/samples/**/*.test.ts'],
          maxWorkers: 2,
          // Programs that wait for slow answers, and for the time that a 429 names.
          maxConcurrency: 12,
        },
      },
      { test: { ...base, name: 'dist', include: ['tests/dist/**/*.test.ts'] } },
    ],
  },
});
