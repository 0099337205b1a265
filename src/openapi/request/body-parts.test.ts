import { expect, test } from 'vitest';
import type { EncodingObject, OpenApiDocument, Schema } from '../document/openapi-document.ts';
import { bodyPartsOf } from './body-parts.ts';

const document: OpenApiDocument = { openapi: '3.1.0', info: { title: 'T', version: '1' } };
const file: Schema = { type: 'string', format: 'binary' };
const partOf = (mediaType: string, schema: Schema, encoding?: EncodingObject) =>
  bodyPartsOf(document, {
    ...{ mediaType, schema: { properties: { a: schema, plain: { type: 'string' } } }, examples: [] },
    ...(encoding && { encoding: { a: encoding } }),
  });

test.each<[Schema, EncodingObject | undefined, object]>([
  [{ type: 'string' }, undefined, {}],
  [file, undefined, { a: { file: true } }],
  [{ type: 'array', items: file }, undefined, { a: { file: true } }],
  [{}, undefined, { a: { file: true } }],
  [{ type: 'array', items: {} }, undefined, { a: { file: true } }],
  [{ type: 'array' }, undefined, {}],
  [{ example: 5 }, undefined, {}],
  [{ oneOf: [{ type: 'string' }] }, undefined, {}],
  [{}, { contentType: 'image/png, image/jpeg' }, { a: { file: true, contentType: 'image/png, image/jpeg' } }],
  [{}, { contentType: 'text/csv' }, { a: { contentType: 'text/csv' } }],
  [{ type: 'string' }, { contentType: 'application/json' }, { a: { contentType: 'application/json', json: true } }],
  [{ type: 'object' }, { contentType: 'text/xml' }, { a: { contentType: 'text/xml', xml: true } }],
  [{ type: 'string', contentSchema: {} }, { contentType: 'a/b+json' }, { a: { contentType: 'a/b+json' } }],
  [{ type: 'object' }, { contentType: 'image/png' }, { a: { contentType: 'image/png' } }],
  [{ oneOf: [{ type: 'object' }, file] }, { contentType: 'image/png' }, { a: { contentType: 'image/png' } }],
  [{ type: 'array' }, { style: 'form' }, { a: { style: 'form', explode: true } }],
  [{ type: 'array' }, { style: 'pipeDelimited' }, { a: { style: 'pipeDelimited', explode: false } }],
  [{ type: 'array' }, { explode: false }, { a: { style: 'form', explode: false } }],
  [{ type: 'string' }, { allowReserved: true }, { a: { style: 'form', explode: true, allowReserved: true } }],
])('a part of %j, encoded as %j, is %j; one of plain text is left out', (schema, encoding, parts) => {
  expect(partOf('multipart/form-data', schema, encoding)).toEqual(parts);
});

test('a form has no files and no types of its parts but what they are written as, a body of JSON has no parts', () => {
  const form = 'application/x-www-form-urlencoded';
  expect(partOf(form, file, { contentType: 'image/png' })).toEqual({});
  expect(partOf(form, { type: 'string' }, { contentType: 'application/json' })).toEqual({ a: { json: true } });
  expect(partOf(form, { type: 'array' }, { style: 'form' })).toEqual({ a: { style: 'form', explode: true } });
  expect(partOf('application/json', file)).toEqual({});
});

test('the headers of a part are sent that have an example or are required, by names that can be sent', () => {
  const text = { schema: { type: 'string' } };
  const headers = {
    'X-Given': { ...text, example: 'a' },
    'X-Needed': { schema: { const: 'b' }, required: true },
    'X-Other': text,
    'Content-Type': { ...text, example: 'c' },
    'Content-Disposition': { ...text, example: 'd' },
    'X\r\n': { ...text, example: 'e' },
  };
  const sent = [
    ['X-Given', 'a'],
    ['X-Needed', 'b'],
  ];
  expect(partOf('multipart/form-data', { type: 'string' }, { headers })).toEqual({ a: { headers: sent } });
  expect(partOf('application/x-www-form-urlencoded', { type: 'string' }, { headers })).toEqual({});
});
