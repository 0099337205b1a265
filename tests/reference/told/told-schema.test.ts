import Ajv from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import type { OpenApiDocument, Schema } from '../../../src/openapi/document/openapi-document.ts';
import { exampleOf } from '../../../src/openapi/schema/example.ts';
import { SchemaViews } from '../../../src/openapi/schema/schema-views.ts';
import { fc } from '../../fast-check.ts';
import { anySchema, anyValue } from './any-schema.ts';
import { limitsIn } from './limits.ts';
import { Reader } from './reader.ts';

const RUNS = Number(process.env['SCHEMA_RUNS'] ?? 150);

function documentOf(Root: Schema, Left: Schema, Right: Schema): OpenApiDocument {
  const tree = { $ref: '#/components/schemas/Tree' };
  const Tree: Schema = {
    type: 'object',
    properties: { a: { type: 'string' }, b: tree, c: { type: 'array', items: tree } },
  };
  const schemas = { Root, Left, Right, Tree } as NonNullable<OpenApiDocument['components']>['schemas'];
  return { openapi: '3.1.0', info: { title: 'T', version: '1' }, components: { schemas: schemas ?? {} } };
}

const anyDocument = fc
  .tuple(anySchema(2, ['Left', 'Right', 'Tree']), anySchema(1, ['Tree']), anySchema(1, ['Left', 'Tree']))
  .map((schemas) => documentOf(...schemas));

const ROOT = { $ref: '#/components/schemas/Root' };

/** The judge that knows nothing of this project. */
function validatorOf(document: OpenApiDocument): (value: unknown) => boolean | undefined {
  const ajv = new Ajv({ strict: false, validateFormats: false, logger: false, inlineRefs: false });
  ajv.addSchema({ $id: 'document', components: document.components });
  const validate = ajv.compile({ $ref: 'document#/components/schemas/Root' });
  return (value) => {
    try {
      return validate(value);
    } catch {
      // Ajv 8.20 stumbles over some `unevaluatedProperties` beside alternatives.
      return undefined;
    }
  };
}

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
