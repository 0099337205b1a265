import { expect, test } from 'vitest';
import { generate } from '../scripts/generate.ts';

// In this process, so that a run of faults sees which of them change a printed file.
test('the generated files are what the spec gives now', { timeout: 60_000 }, async () => {
  expect(await generate(true)).toEqual([]);
});
