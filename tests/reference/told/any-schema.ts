/** Schemas of the keywords that OpenAPI documents use, and values that come near to them. */
import type { Schema, SchemaObject } from '../../../src/openapi/document/openapi-document.ts';
import { fc } from '../../fast-check.ts';

type Arbitrary<T> = ReturnType<typeof fc.constant<T>>;

const NAMES = ['a', 'b', 'c', 'xa'];
const TEXTS = ['', 'a', 'ab', 'abc', 'b', 'xy', 'x'];
const name = fc.constantFrom(...NAMES);
const small = fc.integer({ min: 0, max: 4 });

/** Keywords, each there or not. */
function some<T extends object>(keywords: { [K in keyof T]: Arbitrary<T[K]> }): Arbitrary<Partial<T>> {
  return fc.record(keywords, { requiredKeys: [] }) as Arbitrary<Partial<T>>;
}

const plain: Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...TEXTS),
  fc.integer({ min: -2, max: 8 }),
  fc.constantFrom(0.5, 2.5),
  fc.boolean(),
  fc.constant(null),
);

/** Values near to what the schemas say: the same names and texts, small numbers. */
export const anyValue: Arbitrary<unknown> = fc
  .letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', maxDepth: 3 },
      { weight: 2, arbitrary: plain },
      { weight: 1, arbitrary: fc.array(tie('value'), { maxLength: 4 }) },
      { weight: 3, arbitrary: fc.dictionary(name, tie('value'), { maxKeys: 4 }) },
    ),
  }))
  .value.map((value) => JSON.parse(JSON.stringify(value)) as unknown);

const text = some<SchemaObject>({
  minLength: small,
  maxLength: small,
  pattern: fc.constantFrom('^a', 'b$', '^[a-c]*$', String.raw`\S`),
  format: fc.constantFrom('uuid', 'date'),
  not: fc.constantFrom<SchemaObject>(
    { const: 'a' },
    { pattern: '^x' },
    { pattern: '^a', minLength: 2 },
    { enum: ['', 'b'] },
  ),
}).map((keywords): SchemaObject => ({ type: 'string', ...keywords }));

const number = fc
  .tuple(
    fc.constantFrom('integer', 'number'),
    some<SchemaObject>({
      minimum: fc.integer({ min: -2, max: 4 }),
      maximum: fc.integer({ min: 0, max: 8 }),
      exclusiveMinimum: fc.integer({ min: -2, max: 4 }),
      exclusiveMaximum: fc.integer({ min: 0, max: 8 }),
      multipleOf: fc.constantFrom(2, 3, 0.5),
      not: fc.constantFrom<SchemaObject>(
        { minimum: 3, maximum: 5 },
        { const: 2 },
        { type: 'integer' },
        { multipleOf: 2 },
      ),
    }),
  )
  .map(([type, keywords]): SchemaObject => ({ type, ...keywords }));

const fixed = fc.oneof(
  plain.map((value): SchemaObject => ({ const: value })),
  fc.uniqueArray(plain, { minLength: 1, maxLength: 4 }).map((values): SchemaObject => ({ enum: values })),
  fc.constantFrom<SchemaObject>(
    { type: 'boolean' },
    { type: 'null' },
    {},
    { type: ['string', 'null'] },
    { type: ['integer', 'string'] },
  ),
);

const leaf: Arbitrary<Schema> = fc.oneof(
  { weight: 4, arbitrary: text },
  { weight: 4, arbitrary: number },
  { weight: 3, arbitrary: fixed },
  { weight: 1, arbitrary: fc.boolean() },
);

/**
 * @param depth Of schemas in schemas.
 * @param names Of components to refer to.
 */
export function anySchema(depth: number, names: string[]): Arbitrary<Schema> {
  if (depth === 0) return leaf;
  const below = anySchema(depth - 1, names);
  const component = fc.constantFrom(...names).map((one) => `#/components/schemas/${one}`);
  return fc.oneof(
    { weight: 2, arbitrary: leaf },
    { weight: 4, arbitrary: object(below) },
    { weight: 2, arbitrary: array(below) },
    { weight: 2, arbitrary: union(below, component) },
    { weight: 1, arbitrary: reference(below, component) },
    { weight: 1, arbitrary: conjunction(below, component) },
  );
}

function reference(below: Arbitrary<Schema>, component: Arbitrary<string>): Arbitrary<SchemaObject> {
  const beside = fc.oneof(
    members(below).map((keywords) => ({ type: 'object', ...keywords })),
    some<SchemaObject>({ required: fc.uniqueArray(name, { maxLength: 2 }), minProperties: small }),
  );
  return fc.tuple(component, beside).map(([$ref, keywords]) => ({ $ref, ...keywords }));
}

function conjunction(below: Arbitrary<Schema>, component: Arbitrary<string>): Arbitrary<SchemaObject> {
  const parts: Arbitrary<Schema[]>[] = [
    fc.array(text, { minLength: 2, maxLength: 3 }),
    fc.array(number, { minLength: 2, maxLength: 3 }),
    fc.array(object(below), { minLength: 2, maxLength: 3 }),
    fc.array(array(below), { minLength: 2, maxLength: 2 }),
    fc.array(union(below, component), { minLength: 2, maxLength: 2 }),
    fc.tuple(component, object(below)).map(([$ref, own]) => [{ $ref }, own]),
  ];
  return fc.oneof(...parts).map((allOf) => ({ allOf }));
}

function union(below: Arbitrary<Schema>, component: Arbitrary<string>): Arbitrary<SchemaObject> {
  const variants = fc.array(
    fc.oneof(
      below,
      component.map(($ref) => ({ $ref })),
    ),
    { minLength: 1, maxLength: 3 },
  );
  const withNull = below.map((schema): Schema[] => [schema, { type: 'null' }]);
  return fc
    .tuple(
      fc.constantFrom('oneOf', 'anyOf'),
      fc.oneof({ weight: 2, arbitrary: variants }, { weight: 1, arbitrary: withNull }),
    )
    .map(([keyword, list]): SchemaObject => ({ [keyword]: list }));
}

/** Keywords about the members of an object, without its type. */
function members(below: Arbitrary<Schema>): Arbitrary<SchemaObject> {
  return some<SchemaObject>({
    properties: fc.dictionary(name, below, { maxKeys: 3 }),
    required: fc.uniqueArray(name, { maxLength: 2 }),
    minProperties: fc.integer({ min: 0, max: 2 }),
  });
}

const partial: Arbitrary<SchemaObject> = some<SchemaObject>({
  properties: fc.dictionary(name, leaf, { maxKeys: 2 }),
  required: fc.uniqueArray(name, { minLength: 1, maxLength: 2 }),
});

const negated: Arbitrary<Schema> = fc.oneof(
  partial,
  partial.map((schema) => ({ type: 'object', ...schema })),
  fc.array(partial, { minLength: 1, maxLength: 2 }).map((anyOf) => ({ anyOf })),
  leaf,
);

const test: Arbitrary<SchemaObject> = fc.oneof(
  partial,
  partial.map((schema) => ({ not: schema })),
  fc.dictionary(name, fixed, { minKeys: 1, maxKeys: 2 }).map((properties) => ({ properties })),
);

function object(below: Arbitrary<Schema>): Arbitrary<SchemaObject> {
  const rare = some<SchemaObject>({
    maxProperties: small,
    propertyNames: text.map(({ type: _, ...names }) => names),
    dependentRequired: fc.dictionary(name, fc.uniqueArray(name, { maxLength: 2 }), { maxKeys: 1 }),
    dependentSchemas: fc.dictionary(name, partial, { maxKeys: 1 }),
    not: negated,
    unevaluatedProperties: fc.constantFrom<Schema>(false, { type: 'string' }),
  });
  const condition = fc.oneof(
    some<SchemaObject>({ if: test, then: partial, else: partial }),
    fc.array(partial, { minLength: 2, maxLength: 3 }).map((anyOf) => ({ anyOf })),
    fc.array(partial, { minLength: 2, maxLength: 2 }).map((oneOf) => ({ oneOf })),
  );
  const maps = some<SchemaObject>({
    additionalProperties: fc.oneof(fc.boolean(), below),
    patternProperties: below.map((schema) => ({ '^x': schema })),
  });
  const none = { nil: {} };
  return fc
    .tuple(
      members(below),
      fc.option(maps, none),
      fc.option(rare, { ...none, freq: 2 }),
      fc.option(condition, { ...none, freq: 2 }),
    )
    .map((parts) => Object.assign({ type: 'object' }, ...parts) as SchemaObject);
}

function array(below: Arbitrary<Schema>): Arbitrary<SchemaObject> {
  const counts = { minItems: small, maxItems: small, uniqueItems: fc.boolean() };
  const unevaluatedItems = fc.constantFrom<Schema>(false, { type: 'string' });
  // Apart: of `prefixItems` beside `contains`, Ajv 8.20 allows the empty list.
  const tuple = some<SchemaObject>({
    ...counts,
    items: below,
    prefixItems: fc.array(below, { minLength: 1, maxLength: 2 }),
    unevaluatedItems,
  });
  const list = some<SchemaObject>({
    ...counts,
    items: below,
    contains: below,
    minContains: fc.integer({ min: 0, max: 2 }),
    maxContains: fc.integer({ min: 1, max: 3 }),
  });
  return fc.oneof(tuple, list).map((keywords) => ({ type: 'array', ...keywords }));
}
