import { expect, test } from 'vitest';
import { exampleOf } from '../../../src/openapi/schema/example.ts';
import { SchemaViews } from '../../../src/openapi/schema/schema-views.ts';
import { fc } from '../../fast-check.ts';
import { anyDocument, ROOT, validatorOf } from './any-document.ts';
import { anyValue } from './any-schema.ts';
import { limitsIn } from './limits.ts';
import { Reader } from './reader.ts';

const RUNS = Number(process.env['SCHEMA_RUNS'] ?? 150);

const decided = { yes: 0, no: 0, unknown: 0 };

test('what the page says of a schema is true, and all of it', () => {
  fc.assert(
    fc.property(anyDocument, fc.array(anyValue, { minLength: 12, maxLength: 12 }), (document, values) => {
      const views = new SchemaViews(document, (ref) => ref);
      const reader = new Reader(({ address }) => views.body({ $ref: address }, undefined));
      const told = views.told(ROOT, undefined);
      const isValid = validatorOf(document);
      const isLimited = limitsIn(document).length > 0;
      for (const value of [...values, exampleOf(document, ROOT, 'response')]) {
        const expected = isValid(value);
        if (value === undefined || expected === undefined) continue;
        const verdict = reader.read(told, value);
        decided[verdict] += 1;
        const context = `${JSON.stringify(value)} of ${JSON.stringify(document.components)}`;
        if (expected) expect(verdict, `the page forbids ${context}`).not.toBe('no');
        else if (!isLimited) expect(verdict, `the page allows ${context}`).not.toBe('yes');
      }
    }),
    { numRuns: RUNS },
  );
  const all = decided.yes + decided.no + decided.unknown;
  expect(decided.unknown / all).toBeLessThan(0.25);
  expect(decided.yes / all).toBeGreaterThan(0.01);
}, 120_000);
