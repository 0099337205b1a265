import { describe, expect, test } from 'vitest';
import { localise, localised } from './self-address.ts';

const FILE = '/api.yaml';
const SELF = 'https://example.com/v1/api.yaml';

/** What a reference of a document reads as that stands at an address. */
const asLocal = (reference: string, $self: unknown = SELF) => localised(reference, { $self }, FILE);

test.each([
  [`${SELF}#/a`, '#/a'],
  [SELF, '#'],
  ['#/a', '#/a'],
  ['api.yaml#/a', '#/a'],
  ['parts/b.yaml#/c', 'parts/b.yaml#/c'],
  ['https://example.com/v1/parts/b.yaml#/c', 'parts/b.yaml#/c'],
  ['https://example.com/v1/b%20c.yaml', 'b c.yaml'],
  ['https://example.com/b.yaml', '../b.yaml'],
  ['https://example.com/v2/a/b.yaml', '../v2/a/b.yaml'],
  ['https://example.com/v1/', ''],
  ['https://other.example/v1/b.yaml', 'https://other.example/v1/b.yaml'],
  ['http://example.com/v1/b.yaml', 'http://example.com/v1/b.yaml'],
  ['http://[', 'http://['],
])('%s reads as %s', (reference, expected) => {
  expect(asLocal(reference)).toBe(expected);
});

test('neighbours far away are led to from where both paths part', () => {
  const from = (path: string) => asLocal(`https://example.com/a/b/${path}`, 'https://example.com/a/b/c/d/api.yaml');
  expect([from('c/d/e.yaml'), from('c/e.yaml'), from('x/d/e.yaml'), from('c')]).toEqual([
    'e.yaml',
    '../e.yaml',
    '../../x/d/e.yaml',
    '../../c',
  ]);
});

test.each<[unknown]>([[null], [7], ['http://['], ['api.yaml'], ['./api.yaml#/x']])(
  'a document at %j stands where its file does',
  ($self) => {
    expect(asLocal('https://example.com/v1/api.yaml#/a', $self)).toBe('https://example.com/v1/api.yaml#/a');
  },
);

test('what is no document has no address', () => {
  expect(localised(SELF, [SELF], FILE)).toBe(SELF);
});

describe('in a document', () => {
  const ref = () => ({ $ref: `${SELF}#/a` });
  const read = (members: object): object => {
    const { $self: _, ...document } = structuredClone({ $self: SELF, ...members });
    localise(Object.assign(document, { $self: SELF }), FILE);
    return document;
  };

  test('references are rewritten wherever they stand, but in data and extensions', () => {
    const holders = ['example', 'default', 'enum', 'const', 'value', 'dataValue', 'x-note'];
    const data = Object.fromEntries(holders.map((key) => [key, ref()]));
    expect(read({ ...data, list: [{ a: ref() }], other: null })).toEqual({
      ...{ $self: SELF, ...data, other: null },
      list: [{ a: { $ref: '#/a' } }],
    });
  });

  test('a schema with an address of its own is what relative references in it are relative to', () => {
    const inner = { a: { $ref: 'b' }, b: ref(), c: { d: { $ref: './api.yaml#/a' } } };
    expect(read({ schema: { $id: 'https://example.com/s', ...inner }, b: { $ref: './api.yaml#/a' } })).toEqual({
      $self: SELF,
      schema: {
        ...{ $id: 'https://example.com/s', a: { $ref: 'b' }, b: { $ref: '#/a' } },
        c: { d: { $ref: './api.yaml#/a' } },
      },
      b: { $ref: '#/a' },
    });
  });

  test('a mapping holds addresses and names', () => {
    const discriminator = {
      propertyName: 'kind',
      defaultMapping: `${SELF}#/a`,
      mapping: { a: `${SELF}#/a`, b: './b.yaml', c: 'api.yaml', d: 'Dog', e: 7 },
    };
    expect(read({ one: { discriminator }, two: { discriminator: { mapping: 7, defaultMapping: 'Dog' } } })).toEqual({
      $self: SELF,
      one: {
        discriminator: {
          ...{ propertyName: 'kind', defaultMapping: '#/a' },
          mapping: { a: '#/a', b: 'b.yaml', c: 'api.yaml', d: 'Dog', e: 7 },
        },
      },
      two: { discriminator: { mapping: 7, defaultMapping: 'Dog' } },
    });
  });
});
