import { expect, test } from 'vitest';
import type { OpenApiDocument, SchemaObject } from '../document/openapi-document.ts';
import { subtypesOf } from './subtypes.ts';

const pet = (): SchemaObject => ({ type: 'object', discriminator: { propertyName: 'kind' } });

/** The schemas, which name each other below this address. */
const family = (base: string): Record<string, SchemaObject> => {
  const child = (of: string): SchemaObject => ({ allOf: [{ $ref: `${base}${of}` }, { properties: {} }] });
  return {
    Pet: pet(),
    Cat: child('Pet'),
    Lion: child('Cat'),
    'A/B': child('Pet'),
    Loop: { allOf: [{ $ref: `${base}Loop` }], discriminator: { propertyName: 'x' } },
    Union: { ...pet(), oneOf: [{ $ref: `${base}Cat` }] },
    Heir: child('Union'),
  };
};

const told = (document: Parameters<typeof subtypesOf>[0], schemas: Record<string, SchemaObject>, name: string) =>
  subtypesOf(document, schemas[name]?.discriminator);

test('a schema that others build on has them and theirs as alternatives, in a document', () => {
  const schemas = family('#/components/schemas/');
  const document: OpenApiDocument = {
    openapi: '3.1.0',
    info: { title: 'Test', version: '1' },
    components: { schemas },
  };
  const names = ['Cat', 'A~1B', 'Lion'].map((name) => `#/components/schemas/${name}`);
  expect(told(document, schemas, 'Pet')).toEqual(names);
  expect(told(document, schemas, 'Loop')).toEqual([]);
  expect(told(document, schemas, 'Union')).toEqual([]);
  expect(told({ openapi: '3.1.0', info: { title: '', version: '' } }, schemas, 'Pet')).toEqual([]);
});

test('the same below $defs', () => {
  const $defs = family('#/$defs/');
  expect(told({ $defs }, $defs, 'Pet')).toEqual(['Cat', 'A~1B', 'Lion'].map((name) => `#/$defs/${name}`));
});
