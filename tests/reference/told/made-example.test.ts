import { expect, test } from 'vitest';
import { madeExample } from '../../../src/openapi/schema/example.ts';
import { fc } from '../../fast-check.ts';
import { anyDocument, ROOT, validatorOf } from './any-document.ts';
import { anyValue } from './any-schema.ts';

const RUNS = Number(process.env['SCHEMA_RUNS'] ?? 150);

test('an example that is made up satisfies its schema, or says that it does not', () => {
  const made = { fit: 0, unfit: 0 };
  fc.assert(
    fc.property(anyDocument, fc.array(anyValue, { minLength: 12, maxLength: 12 }), (document, values) => {
      const { value, isFit } = madeExample(document, ROOT, 'response');
      const isValid = validatorOf(document, true);
      const context = `${JSON.stringify(value)} of ${JSON.stringify(document.components)}`;
      if (isFit && value !== undefined) expect(isValid(value), context).not.toBe(false);
      if (isFit) made.fit += 1;
      else if (values.some((one) => isValid(one))) made.unfit += 1;
    }),
    { numRuns: RUNS },
  );
  // Where a handful of random values holds one that is right, one is made, too.
  expect(made.unfit / (made.fit + made.unfit)).toBeLessThan(0.06);
}, 120_000);
