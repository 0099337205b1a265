/**
 * What every test that draws its input at random draws it from: another number in each run, told when such a test fails.
 * `PROPERTY_SEED=<number>` before the same command repeats it.
 */
export const seed = Number(process.env['PROPERTY_SEED']);
if (!Number.isSafeInteger(seed)) throw new Error(`PROPERTY_SEED=${process.env['PROPERTY_SEED']} is no whole number`);
