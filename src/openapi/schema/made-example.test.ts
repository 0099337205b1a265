import { describe, expect, test } from 'vitest';
import type { OpenApiDocument, SchemaObject } from '../document/openapi-document.ts';
import { madeExample } from './example.ts';

const document: OpenApiDocument = { openapi: '3.1.0', info: { title: 'Test', version: '1' } };

describe('a made-up example keeps to', () => {
  const ok = (schema: SchemaObject, expected: unknown): void => {
    expect(madeExample(document, schema, 'request')).toEqual({ value: expected, isFit: true });
  };

  test('patterns, also two of them, and lengths beside them', () => {
    ok({ type: 'string', pattern: '^[A-Z]{3}-\\d+$' }, 'ABC-0');
    ok({ type: 'string', pattern: '^(?:con|vis)_[a-z0-9]+$', minLength: 8 }, 'con_abcd');
    ok({ type: 'string', allOf: [{ pattern: '^a' }, { pattern: 'z$' }] }, 'az');
    ok({ type: 'string', pattern: '^[\\w\\:]{2}$' }, 'ab');
  });

  test.each<[SchemaObject, string]>([
    [{ format: 'email', pattern: String.raw`@acme\.com$` }, 'user@acme.com'],
    [{ format: 'hostname', pattern: String.raw`\.acme\.com$` }, 'example.co.acme.com'],
    [{ format: 'ipv4', pattern: String.raw`^10\.` }, '10.0.2.1'],
    [{ format: 'date', pattern: '^2025-' }, '2025-02-11'],
    [{ format: 'uuid', pattern: '^[0-9A-F-]{36}$' }, '3FA85F64-5717-4562-B3FC-2C963F66AFA6'],
    [{ format: 'uri', pattern: String.raw`\.png$`, minLength: 12 }, 'https://example.co.png'],
    [{ pattern: String.raw`\d{3}`, minLength: 5 }, '012xx'],
    [{ pattern: String.raw`\d{3}$`, minLength: 5, maxLength: 5, allOf: [{ pattern: '^x' }] }, 'xx012'],
  ])('a pattern beside a format or a length: %j', (schema, text) => {
    ok({ type: 'string', ...schema }, text);
  });

  test('the difference of the items of a set of objects', () => {
    const id: SchemaObject = { type: 'string', format: 'uuid' };
    const item: SchemaObject = { type: 'object', required: ['id', 'n'], properties: { id, n: { type: 'integer' } } };
    const [{ id: made }] = madeExample(document, { type: 'array', items: item }, 'request').value as [{ id: string }];
    const items = [1, 2, 3].map((n) => ({ id: made, n }));
    ok({ type: 'array', uniqueItems: true, minItems: 3, items: item }, items);
  });

  test('multiples within bounds, and open bounds', () => {
    ok({ type: 'integer', multipleOf: 5, minimum: 7 }, 10);
    ok({ type: 'integer', allOf: [{ multipleOf: 2 }, { multipleOf: 3 }], minimum: 7 }, 12);
    ok({ type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 0.1 }, 0.05);
    ok({ type: 'number', exclusiveMinimum: 0, maximum: 1, multipleOf: 0.1 }, 0.1);
    ok({ type: 'integer', minimum: 3, not: { minimum: 3, maximum: 5 } }, 6);
  });

  test.each<[SchemaObject, number]>([
    [{ type: 'integer' }, 1],
    [{ type: 'number' }, 0.5],
    [{ type: 'integer', minimum: 1.2 }, 2],
    [{ type: 'number', minimum: 1.2 }, 1.2],
    [{ type: 'integer', maximum: -3 }, -3],
    [{ type: 'integer', maximum: 30 }, 1],
    [{ type: 'number', exclusiveMaximum: 0 }, -0.5],
    [{ type: 'integer', exclusiveMaximum: 0 }, -1],
    [{ type: 'number', exclusiveMaximum: -1.5 }, -2],
    [{ type: 'number', multipleOf: 0.1, minimum: 0.25 }, 0.3],
    [{ type: 'integer', multipleOf: 0.4 }, 2],
    [{ type: 'integer', multipleOf: 2.5 }, 5],
    [{ type: 'number', allOf: [{ multipleOf: 0.4 }, { multipleOf: 0.6 }], minimum: 1 }, 1.2],
    [{ type: 'integer', allOf: [{ multipleOf: 97 }, { multipleOf: 89 }], minimum: 1 }, 8633],
    [{ type: 'number', multipleOf: 1e-7, minimum: 3e-7 }, 3e-7],
    [{ type: 'number', multipleOf: 1e21 }, 1e21],
    [{ type: 'integer', multipleOf: 7, exclusiveMaximum: -7, minimum: -20 }, -14],
    [{ type: 'integer', minimum: 9007199254740991 }, 9007199254740991],
    [{ type: 'number', minimum: 3, exclusiveMinimum: 3 }, 3.5],
    [{ type: 'number', exclusiveMinimum: 3, exclusiveMaximum: 3.5 }, 3.25],
    [{ type: 'number', exclusiveMinimum: -3.5, exclusiveMaximum: -3.25 }, -3.375],
    [{ type: 'integer', not: { minimum: -3 } }, -4],
    [{ type: 'integer', minimum: 3, exclusiveMinimum: 100 }, 101],
    [{ type: 'integer', exclusiveMinimum: 9007199254740990 }, 9007199254740991],
    [{ type: 'integer', multipleOf: 7, maximum: -100 }, -105],
    [{ type: 'integer', minimum: 0, maximum: 100, not: { maximum: 90 } }, 100],
    [{ type: 'number', exclusiveMaximum: 0.25, not: { multipleOf: 0.5 } }, -0.75],
    [{ type: 'number', allOf: [{ multipleOf: 12.5 }, { multipleOf: 2 }], minimum: 1 }, 50],
    [{ type: 'number', allOf: [{ multipleOf: 1.25e-10 }, { multipleOf: 1e-10 }], minimum: 6e-10 }, 1e-9],
    [{ type: 'number', not: { const: 1 }, minimum: 1 }, 1.5],
    [{ multipleOf: 3, not: { const: 3 } }, 6],
  ])('the bounds and steps of a number: %j', ok);

  test.each<[SchemaObject, unknown]>([
    [{ type: 'string', pattern: '^a+$', minLength: 3, maxLength: 3 }, 'aaa'],
    [{ type: 'string', minLength: 6, maxLength: 6 }, 'string'],
    [{ type: 'string', maxLength: 0 }, ''],
    [{ type: 'string', format: 'email', minLength: 20 }, 'xxxxuser@example.com'],
    [{ type: 'string', format: 'uri', minLength: 25 }, 'https://example.com/xxxxx'],
    [{ type: 'string', format: 'hostname', minLength: 13 }, 'xxexample.com'],
    [{ type: 'string', contentEncoding: 'base64' }, 'ZXhhbXBsZQ=='],
    [{ type: 'string', contentMediaType: 'application/json', contentSchema: { const: [1] } }, '[1]'],
    [{ type: 'string', not: { const: 'string' } }, 'text'],
    [{ type: 'array', prefixItems: [{ const: 1 }, { const: 2 }], maxItems: 1 }, [1]],
    [{ type: 'array', items: { const: 1 }, maxItems: 0 }, []],
    [{ type: 'array', items: false }, []],
    [{ type: 'array', items: { const: 1 } }, [1]],
    [{ type: 'array', items: { const: 1 }, minItems: 3 }, [1, 1, 1]],
    [{ type: 'array', items: { const: 1 }, prefixItems: [{ const: 0 }] }, [0]],
    [{ type: 'array', items: { const: 1 }, prefixItems: [{ const: 0 }], minItems: 3 }, [0, 1, 1]],
    [{ type: 'array', items: { const: 1 }, contains: { const: 2 }, minContains: 0 }, [1]],
    [{ type: 'array', items: { minimum: 5 }, contains: { type: 'integer' } }, [5]],
    [{ type: 'array', contains: { const: 1 }, minItems: 3, uniqueItems: true }, [1, 2, 3]],
    [{ type: 'array', contains: { type: 'integer', minimum: 5 }, minContains: 2, uniqueItems: true }, [5, 6]],
    [{ type: 'array', contains: { const: 'a' }, minContains: 0 }, []],
    [{ type: 'array', contains: { const: 'a' }, minContains: 2 }, ['a', 'a']],
    [{ type: 'array', uniqueItems: true, minItems: 2, prefixItems: [{ const: 1 }], items: { enum: [1, 2] } }, [1, 2]],
    [{ type: 'object', maxProperties: 1, required: ['b'], properties: { a: { const: 1 }, b: { const: 2 } } }, { b: 2 }],
    [
      { type: 'object', minProperties: 1, patternProperties: { '^x': { const: 1 } }, additionalProperties: false },
      { x: 1 },
    ],
    [{ type: 'object', minProperties: 1, propertyNames: { enum: ['only'] } }, { only: 'string' }],
    [{ type: 'object', properties: { a: { const: 1 } }, dependentSchemas: { a: false } }, {}],
    [{ type: 'object', properties: { a: { const: 1 }, b: false } }, { a: 1 }],
    [
      { oneOf: [{ type: 'object', properties: { a: { const: 1 } } }], discriminator: { propertyName: 'kind' } },
      { a: 1 },
    ],
  ])('what a text, list or object may be: %j', ok);

  test.each<[SchemaObject, unknown]>([
    [{ maximum: -1 }, -1],
    [{ exclusiveMaximum: 0 }, -0.5],
    [{ exclusiveMinimum: 1 }, 1.5],
    [{ maxLength: 2 }, 'st'],
    [{ minLength: 7 }, 'stringx'],
    [{ pattern: '^b$' }, 'b'],
    [{ format: 'date' }, '2026-02-11'],
    [{ maxItems: 3, not: { const: 'string' } }, []],
    [{ contains: { const: 1 } }, [1]],
    [{ required: ['a'] }, { a: null }],
    [{ maxProperties: 0 }, {}],
    [{ propertyNames: { const: 'a' }, minProperties: 1 }, { a: 'string' }],
    [{ dependentRequired: { a: ['b'] } }, 'string'],
  ])('what the keywords of a schema without a type are about: %j', ok);

  test.each([
    ['date-time', '2026-02-11T10:30:00Z'],
    ['time', '10:30:00Z'],
    ['duration', 'PT30M'],
    ['hostname', 'example.com'],
    ['ipv4', '192.0.2.1'],
    ['ipv6', '2001:db8::1'],
    ['uri', 'https://example.com'],
    ['url', 'https://example.com'],
    ['uuid', '3fa85f64-5717-4562-b3fc-2c963f66afa6'],
    ['byte', 'ZXhhbXBsZQ=='],
    ['password', 'password'],
    ['json-pointer', '/name'],
    ['relative-json-pointer', '0/name'],
    ['uri-template', 'https://example.com/{id}'],
    ['iri', 'https://example.com'],
    ['idn-email', 'user@example.com'],
    ['regex', '^a'],
    ['decimal', '1.5'],
    ['int64', '1'],
    ['constructor', 'string'],
  ])('the format %s', (format, text) => {
    ok({ type: 'string', format }, text);
  });

  test('what a text holds is JSON only where it is written plainly', () => {
    const held: SchemaObject = { type: 'string', contentMediaType: 'application/json', contentSchema: { const: 1 } };
    ok(held, '1');
    ok({ ...held, contentEncoding: 'base64' }, 'ZXhhbXBsZQ==');
    ok({ ...held, contentMediaType: 'application/xml' }, 'string');
    ok({ type: 'string', contentMediaType: 'application/json' }, 'string');
  });

  test('numbers of items and members', () => {
    ok({ type: 'array', minItems: 2, items: { const: 1 } }, [1, 1]);
    ok({ type: 'array', minItems: 2 }, [null, null]);
    ok({ type: 'array', minItems: 3, uniqueItems: true, items: { enum: ['a', 'b', 'c'] } }, ['a', 'b', 'c']);
    ok({ type: 'array', minItems: 2, uniqueItems: true }, [1, 2]);
    ok({ type: 'array', minItems: 3, uniqueItems: true, items: { type: 'integer', minimum: 2 } }, [2, 3, 4]);
    ok({ minItems: 9, uniqueItems: true }, [1, 2, 3, 4, 5, 6, 7, 8, 9]);
    ok({ type: 'array', items: { type: 'string' }, contains: { const: 'admin' } }, ['admin']);
    ok({ type: 'object', minProperties: 2, additionalProperties: { const: 1 } }, { key: 1, key2: 1 });
    ok({ type: 'object', propertyNames: { pattern: '^[A-Z]+$' }, additionalProperties: { const: 1 } }, { A: 1 });
  });

  test('formats that are bounded in length', () => {
    ok({ type: 'string', format: 'email', maxLength: 10 }, 'a@b.co');
  });

  test('alternatives of which one only may hold, and conditions', () => {
    const one = (name: string): SchemaObject => ({ required: [name] });
    const properties = { a: { const: 1 }, b: { const: 2 } };
    ok({ type: 'object', properties, oneOf: [one('a'), one('b')] }, { a: 1 });
    ok({ type: 'object', properties, not: { required: ['a', 'b'] } }, { b: 2 });
    ok(
      { type: 'object', properties, if: one('a'), then: { required: ['c'], properties: { c: { const: 3 } } } },
      { a: 1, b: 2, c: 3 },
    );
    ok({ type: 'object', properties, dependentRequired: { a: ['d'] }, additionalProperties: false }, { b: 2 });
  });

  test('the discriminator of the alternative that it is, named by the mapping or by its component', () => {
    const Cat = {
      allOf: [{ $ref: '#/components/schemas/Pet' }, { type: 'object', properties: { lives: { const: 9 } } }],
    };
    const Pet = {
      type: 'object',
      required: ['kind'],
      properties: { kind: { type: 'string' } },
      discriminator: { propertyName: 'kind' },
    };
    const pets: OpenApiDocument = { ...document, components: { schemas: { Pet, Cat, Dog: { ...Cat } } } };
    const refs = [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }];
    const made = (schema: SchemaObject): unknown => madeExample(pets, schema, 'request');
    expect(made({ $ref: '#/components/schemas/Pet' })).toEqual({ value: { kind: 'Cat', lives: 9 }, isFit: true });
    expect(made({ oneOf: refs, discriminator: { propertyName: 'kind' } })).toEqual({
      value: { kind: 'Cat', lives: 9 },
      isFit: true,
    });
    const mapping = { kitty: '#/components/schemas/Cat' };
    expect(made({ oneOf: refs, discriminator: { propertyName: 'kind', mapping } })).toMatchObject({
      value: { kind: 'kitty' },
    });
  });

  test('the order of members, whatever is required', () => {
    const properties = { a: { const: 1 }, b: { const: 2 } };
    const made = madeExample(document, { type: 'object', required: ['b'], properties }, 'request').value;
    expect(Object.keys(made as object)).toEqual(['a', 'b']);
  });
});
