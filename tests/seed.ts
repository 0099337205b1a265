import { beforeEach } from 'vitest';

/**
 * What every test that draws its input at random draws it from: another number in each run, told when such a test fails.
 * `PROPERTY_SEED=<number> npx vitest run <file>` repeats it.
 */
export const seed = Number(process.env['PROPERTY_SEED']);
if (!Number.isSafeInteger(seed)) throw new Error(`PROPERTY_SEED=${process.env['PROPERTY_SEED']} is no whole number`);

beforeEach(({ onTestFailed }) => {
  onTestFailed(() => console.error(`PROPERTY_SEED=${seed} repeats this failure`));
});
