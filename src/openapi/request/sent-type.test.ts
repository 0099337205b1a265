import { expect, test } from 'vitest';
import type { OpenApiDocument, Schema } from '../document/openapi-document.ts';
import { sentType, typicalType } from './sent-type.ts';

const document: OpenApiDocument = { openapi: '3.1.0', info: { title: 'T', version: '1' } };
const file: Schema = { type: 'string', format: 'binary' };

test.each<[string, Schema | undefined, string]>([
  ['application/json', undefined, 'application/json'],
  ['*/*', { type: 'object' }, 'application/json'],
  ['*/*', { type: 'string' }, 'text/plain'],
  ['*/*', undefined, '*/*'],
  ['*/*', file, '*/*'],
  ['application/*', { type: 'object' }, 'application/json'],
  ['application/*+json', { type: 'object' }, 'application/json'],
  ['text/*', undefined, 'text/plain'],
  ['multipart/*', { type: 'object' }, 'multipart/form-data'],
  ['image/*', file, 'image/*'],
  ['image/*', { type: 'object' }, 'image/*'],
  ['application/*', { type: 'string' }, 'application/json'],
  ['*/*', { type: ['string', 'integer'] }, 'application/json'],
  ['application/*+xml', { type: 'object' }, 'application/xml'],
])('a body of %s with the schema %j is sent as %s', (mediaType, schema, expected) => {
  expect(sentType(document, { mediaType, examples: [], ...(schema !== undefined && { schema }) })).toBe(expected);
});

test('a sample names one type of a range of files', () => {
  expect(['image/*', 'audio/*', 'video/*', '*/*', 'application/pdf'].map((range) => typicalType(range))).toEqual([
    'image/png',
    'audio/mpeg',
    'video/mp4',
    'application/octet-stream',
    'application/pdf',
  ]);
});
