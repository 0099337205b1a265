import { expect, test } from 'vitest';
import { ExactNumber } from '../../json-text/exact-number.ts';
import type { ExampleObject, MediaTypeObject, OpenApiDocument } from '../document/openapi-document.ts';
import { mediaTypes, namedExamples } from './content.ts';
import type { MediaType } from './media-type.ts';
import { hasPlacedParts } from './media-type.ts';

const document: OpenApiDocument = {
  openapi: '3.2.0',
  info: { title: 'Test', version: '1' },
  components: { examples: { shared: { summary: 'Shared', value: 1 } } },
};

test('a body has what its media type says, and no more', () => {
  const whole: MediaTypeObject = { itemSchema: { type: 'string' }, prefixEncoding: [{}], itemEncoding: {} };
  const named: MediaTypeObject = { schema: { type: 'object' }, encoding: { a: { contentType: 'text/plain' } } };
  expect(
    mediaTypes(document, { 'multipart/mixed': whole, 'multipart/form-data': named, 'text/plain': {} }),
  ).toStrictEqual([
    { mediaType: 'multipart/mixed', examples: [], ...whole },
    { mediaType: 'multipart/form-data', examples: [], ...named },
    { mediaType: 'text/plain', examples: [] },
  ]);
});

test('examples are those with a name, else the one without', () => {
  const none = { summary: '', description: '' };
  const far = { description: 'Far.', externalValue: 'https://example.com/a.json' };
  const examples = { one: { $ref: '#/components/examples/shared' }, far };
  expect(namedExamples(document, { examples, example: 2 })).toStrictEqual([
    { ...none, name: 'one', summary: 'Shared', value: 1 },
    { ...none, name: 'far', ...far, value: undefined },
  ]);
  expect(namedExamples(document, { examples: {}, example: 2 })).toStrictEqual([{ ...none, name: '', value: 2 }]);
  expect(namedExamples(document, { example: null })).toStrictEqual([{ ...none, name: '', value: null }]);
  expect(namedExamples(document, {})).toEqual([]);
});

const both = { dataValue: { a: 1 }, serializedValue: '<a>1</a>' };

test.each<[ExampleObject, string | undefined, unknown]>([
  [both, 'application/json', { a: 1 }],
  [both, 'application/x-www-form-urlencoded', { a: 1 }],
  [both, 'application/xml', '<a>1</a>'],
  [both, undefined, { a: 1 }],
  [{ serializedValue: '[1.50]' }, 'application/json', [new ExactNumber('1.50')]],
  [{ serializedValue: '{a' }, 'application/json', '{a'],
  [{ serializedValue: 'a=1' }, 'application/x-www-form-urlencoded', 'a=1'],
  [{ serializedValue: 'a,b' }, 'text/csv', 'a,b'],
  [{ serializedValue: '1' }, undefined, undefined],
  [{ value: 1, dataValue: 2 }, 'text/plain', 2],
  [{ value: 1 }, 'text/plain', 1],
])('of the example %j, %s shows %j', (example, mediaType, value) => {
  const { serializedValue: serialized } = example;
  expect(namedExamples(document, { examples: { one: example } }, mediaType)).toStrictEqual([
    { name: 'one', summary: '', description: '', value, ...(serialized !== undefined && { serialized }) },
  ]);
});

test.each<[Partial<MediaType>, boolean]>([
  [{ mediaType: 'multipart/mixed', itemSchema: true }, true],
  [{ mediaType: 'multipart/mixed', prefixEncoding: [] }, true],
  [{ mediaType: 'multipart/form-data', itemEncoding: {} }, true],
  [{ mediaType: 'multipart/form-data', schema: {}, encoding: {} }, false],
  [{ mediaType: 'application/jsonl', itemSchema: true }, false],
])('parts of %j follow each other without names: %s', (media, isPlaced) => {
  expect(hasPlacedParts({ mediaType: '', examples: [], ...media })).toBe(isPlaced);
});
