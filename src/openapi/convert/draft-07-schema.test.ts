import { expect, test } from 'vitest';
import { toDraft07 } from './draft-07-schema.ts';

test('what both drafts write alike stays as it is, however deep', () => {
  const schema = {
    type: ['object', 'null'],
    properties: { properties: { const: 'a', examples: ['a'] }, tags: { items: { enum: [1, null] }, maxItems: 2 } },
    patternProperties: { '^x': { exclusiveMinimum: 0 } },
    additionalProperties: false,
    anyOf: [{ required: ['tags'] }, { not: { minProperties: 2 } }],
    'x-since': 'v1',
  };
  expect(toDraft07(schema, '#')).toEqual(schema);
  expect(toDraft07(true, '#')).toBe(true);
});

test('what stands beside a $ref is kept, which draft 7 would ignore', () => {
  expect(toDraft07({ $ref: '#/a', description: 'Its id.' }, '#')).toEqual({
    description: 'Its id.',
    allOf: [{ $ref: '#/a' }],
  });
  expect(toDraft07({ $ref: '#/a', allOf: [{ minLength: 1 }] }, '#')).toEqual({
    allOf: [{ $ref: '#/a' }, { minLength: 1 }],
  });
  expect(toDraft07({ $ref: '#/a' }, '#')).toEqual({ $ref: '#/a' });
});

test('a hint to the branch is left out', () => {
  expect(toDraft07({ oneOf: [{ $ref: '#/a' }], discriminator: { propertyName: 'type' } }, '#')).toEqual({
    oneOf: [{ $ref: '#/a' }],
  });
});

test('a keyword that draft 7 does not have is refused, with its place', () => {
  const schema = { properties: { pair: { prefixItems: [{ type: 'string' }] } } };
  expect(() => toDraft07(schema, '#/components/schemas/Pair')).toThrow(
    `#/components/schemas/Pair/properties/pair/prefixItems: JSON Schema draft 7 has no keyword 'prefixItems'`,
  );
});
