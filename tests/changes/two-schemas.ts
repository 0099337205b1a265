export type Pair = readonly [before: unknown, after: unknown];

export const text = { type: 'string' };
export const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const kind = (name: string, more: object = {}) => ({
  title: name,
  type: 'object',
  required: ['kind'],
  properties: { kind: { const: name }, ...more },
});

/** One for each rule of a value, in both versions; undefined: it is in one of them only. */
export const fields: Record<string, Pair> = {
  gone: [text, undefined],
  come: [undefined, text],
  comeRequired: [undefined, text],
  type: [text, { type: 'integer' }],
  wider: [text, { type: ['string', 'integer'] }],
  partly: [{ type: ['string', 'boolean'] }, { type: ['string', 'integer'] }],
  any: [{}, text],
  number: [{ type: 'integer' }, { type: 'number' }],
  nullable: [text, { type: ['string', 'null'] }],
  onlyNull: [{ type: 'null' }, text],
  lengths: [
    { ...text, minLength: 0, maxLength: 5 },
    { ...text, minLength: 1, maxLength: 6 },
  ],
  idle: [text, { ...text, minLength: 0 }],
  minimum: [
    { type: 'integer', minimum: 0, maximum: 9 },
    { type: 'integer', exclusiveMinimum: 1 },
  ],
  zero: [{ type: 'integer' }, { type: 'integer', minimum: 0 }],
  items: [
    { type: 'array', minItems: 2, items: text },
    { type: 'array', items: { type: 'integer' }, uniqueItems: true },
  ],
  members: [
    { type: 'object', minProperties: 0, maxProperties: 3, additionalProperties: false },
    { type: 'object', minProperties: 0, maxProperties: 2, additionalProperties: text },
  ],
  map: [
    { type: 'object', additionalProperties: text, patternProperties: { '^a': text } },
    { type: 'object', additionalProperties: { type: 'integer' }, patternProperties: { '^b': text } },
  ],
  open: [
    { type: 'object', properties: { a: text } },
    { type: 'object', properties: { a: text }, additionalProperties: true },
  ],
  closed: [
    { type: 'object', properties: { a: text, b: text }, unevaluatedProperties: false },
    { type: 'object', properties: { b: text }, unevaluatedProperties: false },
  ],
  multiple: [
    { type: 'integer', multipleOf: 2 },
    { type: 'integer', multipleOf: 4 },
  ],
  format: [
    { ...text, format: 'date' },
    { ...text, format: 'email' },
  ],
  pattern: [
    { ...text, pattern: 'b', allOf: [{ pattern: 'a' }] },
    { ...text, pattern: 'a', allOf: [{ pattern: 'b' }, { pattern: 'c' }] },
  ],
  rules: [
    { not: { b: 1, a: 2, description: 'old' }, if: {}, contains: { type: 'string' } },
    { not: { a: 2, b: 1, description: 'new' }, then: {}, contains: { type: 'integer' } },
  ],
  enum: [{ enum: ['a', 'b', 1] }, { enum: ['b', 'c', 1] }],
  limited: [text, { ...text, enum: ['a', 'b'] }],
  constant: [{ const: 'a' }, { const: 'b' }],
  constantNull: [{ const: null }, { const: 'b' }],
  default: [
    { ...text, default: 'a' },
    { ...text, default: 'b' },
  ],
  defaultGone: [{ ...text, default: 'a' }, text],
  deprecated: [text, { ...text, deprecated: true }],
  read: [{ ...text, readOnly: true }, undefined],
  written: [undefined, { ...text, writeOnly: true }],
  tuple: [
    { type: 'array', prefixItems: [text, text], items: false },
    { type: 'array', prefixItems: [{ type: 'integer' }, text, text], items: false },
  ],
  rest: [
    { type: 'array', prefixItems: [text], items: text },
    { type: 'array', prefixItems: [text, { type: 'integer' }], items: text },
  ],
  union: [
    { oneOf: [kind('cat', { a: text }), kind('dog'), kind('fox')] },
    { oneOf: [kind('dog'), kind('cat', { a: { type: 'integer' } }), kind('owl'), kind('cow')] },
  ],
  unionOfParts: [{ oneOf: [ref('Old'), ref('Kept')] }, { oneOf: [ref('Kept'), ref('New')] }],
  becomesUnion: [kind('cat'), { oneOf: [kind('cat'), kind('dog')] }],
  becomesNullable: [kind('cat'), { oneOf: [kind('cat'), { type: 'null' }] }],
  unions: [
    {
      allOf: [{ oneOf: [kind('a'), kind('b')] }, { oneOf: [{ required: ['x'], properties: { x: text } }, kind('c')] }],
    },
    {
      allOf: [{ oneOf: [kind('a'), kind('b')] }, { oneOf: [{ required: ['y'], properties: { y: text } }, kind('c')] }],
    },
  ],
  unionGone: [
    { allOf: [{ oneOf: [kind('a'), kind('b')] }, { oneOf: [kind('c'), kind('d')] }] },
    { oneOf: [kind('a'), kind('b')] },
  ],
  texts: [
    { oneOf: [{ const: 'a', title: 'A' }, { const: 'b' }] },
    { oneOf: [{ const: 'a', title: 'A' }, { const: 'c' }] },
  ],
  useOf: [ref('Kept'), { ...ref('Kept'), deprecated: true, default: {} }],
  nullableUse: [ref('Kept'), { oneOf: [ref('Kept'), { type: 'null' }] }],
  itself: [ref('Pet'), ref('Pet')],
};
