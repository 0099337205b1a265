import { expect, test } from 'vitest';
import { keyOf, mutantsOf, rangeOf, sample } from './mutants.ts';
import { distance } from './nearest-first.ts';

const FILE = 'src/sandbox/random.ts';

test('the faults of a file are told apart, and none of them is in a text', async () => {
  const mutants = await mutantsOf([FILE]);
  const keys = mutants.map((mutant) => keyOf(mutant, FILE));
  expect(keys.length).toBeGreaterThan(20);
  expect(new Set(keys).size).toBe(keys.length);
  expect(mutants.filter(({ mutatorName }) => mutatorName === 'StringLiteral')).toEqual([]);
  const [first] = mutants;
  expect(first && rangeOf(first)).toMatch(/^src\/sandbox\/random\.ts:2:\d+-10:1$/);
});

test('a key is the same from whichever number lines are counted', async () => {
  const [mutant] = await mutantsOf([FILE]);
  if (!mutant) return expect.unreachable();
  const { start, end } = mutant.location;
  const up = ({ line, column }: typeof start) => ({ line: line + 1, column: column + 1 });
  const counted = { ...mutant, location: { start: up(start), end: up(end) } };
  expect(keyOf(counted, FILE, 1)).toBe(keyOf(mutant, FILE));
});

test('a seed draws the same again, another one others, and nothing is drawn twice', () => {
  const items = Array.from({ length: 1_000 }, (_, index) => index);
  const drawn = sample(items, 50, 7);
  expect(drawn).toEqual(sample(items, 50, 7));
  expect(drawn).not.toEqual(sample(items, 50, 8));
  expect(new Set(drawn).size).toBe(50);
  expect(drawn).toEqual(drawn.toSorted((a, b) => a - b));
  expect(sample(items, 5_000, 7)).toEqual(items);
});

test('the tests beside a file are the nearest, then those with its words, then those of the whole', () => {
  const tests = [
    '/tests/contract/wire.test.ts',
    '/tests/oauth/refresh.test.ts',
    '/src/sandbox/checks/body.test.ts',
    '/src/sandbox/oauth/refresh-tokens.test.ts',
    '/src/sandbox/oauth/revoke.test.ts',
  ];
  const file = '/src/sandbox/oauth/refresh-tokens.ts';
  expect(tests.toSorted((a, b) => distance(file, a) - distance(file, b))).toEqual([
    '/src/sandbox/oauth/refresh-tokens.test.ts',
    '/tests/oauth/refresh.test.ts',
    '/src/sandbox/oauth/revoke.test.ts',
    '/tests/contract/wire.test.ts',
    '/src/sandbox/checks/body.test.ts',
  ]);
});
