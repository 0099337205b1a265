import { describe, expect, test } from 'vitest';
import { readPartAs, readScalarAs, readTypeAs } from './read-as.ts';

describe('a plain value of another type is read as', () => {
  test.each<[unknown, string, unknown]>([
    [5, 'string', '5'],
    [false, 'string', 'false'],
    ['TRUE', 'boolean', true],
    ['False', 'boolean', false],
    ['2.5', 'number', 2.5],
    ['-3', 'integer', -3],
    ['a', 'array', ['a']],
    [7, 'array', [7]],
  ])('%j, where a %s belongs: %j', (value, type, read) => {
    expect(readScalarAs(value, type).value).toStrictEqual(read);
  });

  test.each<[unknown, string]>([
    [null, 'string'],
    [null, 'array'],
    [true, 'array'],
    [{}, 'array'],
    [{}, 'string'],
    [['a'], 'string'],
    ['yes', 'boolean'],
    ['untrue', 'boolean'],
    ['truely', 'boolean'],
    [1, 'boolean'],
    ['2.5', 'integer'],
    ['x', 'number'],
    ['', 'number'],
    [' ', 'integer'],
    ['Infinity', 'number'],
    [true, 'number'],
    ['3', 'object'],
  ])('nothing: %j, where a %s belongs', (value, type) => {
    expect(readScalarAs(value, type)).toEqual({ kind: expect.stringMatching(/left out$/) as string });
  });
});

describe('a part is read', () => {
  test.each<[unknown, string, { isList?: boolean; isNamed?: boolean }, unknown]>([
    [null, 'MediaType', { isNamed: true }, {}],
    [[], 'Paths', {}, {}],
    ['x', 'Example', {}, { value: 'x' }],
    [
      ['x', { value: 'y' }, { note: 'z' }],
      'ExamplesMap',
      {},
      { 1: { value: 'x' }, 2: { value: 'y' }, 3: { value: { note: 'z' } } },
    ],
    [
      [{ $ref: '#/x' }, { externalValue: '/y' }, { dataValue: 1 }, { serializedValue: '' }],
      'ExamplesMap',
      {},
      { 1: { $ref: '#/x' }, 2: { externalValue: '/y' }, 3: { dataValue: 1 }, 4: { serializedValue: '' } },
    ],
    [{ name: 'a' }, 'TagList', { isList: true }, [{ name: 'a' }]],
    ['Fine.', 'Response', {}, { description: 'Fine.' }],
    ['An id.', 'Header', {}, { description: 'An id.' }],
    ['/docs', 'ExternalDocs', {}, { url: '/docs' }],
    ['MIT', 'License', {}, { name: 'MIT' }],
    ['/v1', 'Server', {}, { url: '/v1' }],
    ['pets', 'Tag', {}, { name: 'pets' }],
    ['string', 'Schema', {}, { type: 'string' }],
  ])('%j of the kind %s %j as %j', (value, type, { isList = false, isNamed = false }, read) => {
    expect(readPartAs(value, type, isList, isNamed)?.value).toEqual(read);
  });

  test.each<[unknown, string, { isList?: boolean; isNamed?: boolean }]>([
    [null, 'Operation', {}],
    [null, 'TagList', { isList: true, isNamed: true }],
    [5, 'Operation', {}],
    ['x', 'Operation', {}],
    [true, 'Schema', {}],
  ])('%j of the kind %s %j as nothing: it is left out', (value, type, { isList = false, isNamed = false }) => {
    const read = readPartAs(value, type, isList, isNamed);
    expect(read?.kind).toMatch(/left out$/);
    expect(read).not.toHaveProperty('value');
  });

  test.each<[unknown, string, boolean]>([
    [[{ type: 'string' }], 'Schema', false],
    [{ name: 'a' }, 'ParameterList', true],
    [['a'], 'Operation', false],
  ])('%j of the kind %s as nothing, and holds too much to be left out', (value, type, isList) => {
    expect(readPartAs(value, type, isList, false)).toBeUndefined();
  });
});

test.each<[unknown, unknown]>([
  ['string', undefined],
  [['string', 'null'], undefined],
  [[], undefined],
  ['Integer', { type: 'integer' }],
  ['FILE', { type: 'string', format: 'binary' }],
  ['long', { type: 'integer', format: 'int64' }],
  ['dict', { type: 'object' }],
  ['any', {}],
  ['magic', {}],
  [null, { type: 'null' }],
  [['str', 'string', 'None'], { type: ['string', 'null'] }],
  [['integer', 'magic'], { type: ['integer'] }],
  [['magic'], {}],
])('the type %j means %j', (type, meant) => {
  expect(readTypeAs(type)).toEqual(meant);
});
