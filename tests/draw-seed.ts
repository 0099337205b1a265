/** Before a run: draws the seed of its random tests, unless one is given, and tells it in CI, where nobody can ask again. */
export default function drawSeed(): void {
  process.env['PROPERTY_SEED'] ??= String(Math.floor(Math.random() * 2 ** 31));
  if (process.env['CI']) console.error(`PROPERTY_SEED=${process.env['PROPERTY_SEED']}`);
}
