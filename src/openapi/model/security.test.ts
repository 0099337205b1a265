import { expect, test } from 'vitest';
import type { OpenApiDocument, SecurityRequirement } from '../document/openapi-document.ts';
import { currentFirst, schemeWord } from './security.ts';

test.each([
  [undefined, 'Bearer'],
  ['BASIC', 'Basic'],
  ['dpop', 'DPoP'],
  ['PrivateToken', 'PrivateToken'],
  ['my-scheme', 'My-scheme'],
])('the scheme %s is written %s', (scheme, word) => {
  expect(schemeWord(scheme)).toBe(word);
});

test('alternatives without a deprecated scheme come first, each kind in its order', () => {
  const document: OpenApiDocument = {
    openapi: '3.2.0',
    info: { title: 'T', version: '1' },
    components: {
      securitySchemes: {
        old: { type: 'http', scheme: 'basic', deprecated: true },
        key: { type: 'apiKey', in: 'header', name: 'X-Key', deprecated: false },
        token: { type: 'http', scheme: 'bearer' },
        alias: { $ref: '#/components/securitySchemes/old' },
      },
    },
  };
  const given: SecurityRequirement[] = [
    { old: [] },
    { key: [] },
    { key: [], alias: [] },
    { token: [] },
    { constructor: [] },
  ];
  expect(currentFirst(document, given)).toEqual<SecurityRequirement[]>([
    { key: [] },
    { token: [] },
    { constructor: [] },
    { old: [] },
    { key: [], alias: [] },
  ]);
  expect(currentFirst(document, [{ key: [] }, {}])).toEqual([{ key: [] }, {}]);
});
