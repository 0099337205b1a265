import { expect, test } from 'vitest';
import type { OpenApiDocument } from '../document/openapi-document.ts';
import type { Parameter } from '../model/operations.ts';
import { sentAs } from './sent-as.ts';

const document: OpenApiDocument = { openapi: '3.2.0', info: { title: 'T', version: '1' } };
const plain: Parameter = {
  ...{ name: 'color', in: 'query', style: 'form', explode: true, description: '', required: false, deprecated: false },
  ...{ schema: { type: 'string', example: 'blue' }, examples: [] },
};
const list = { type: 'array', items: { type: 'string' }, example: ['blue', 'a b'] };
const given = (serialized: string, value: unknown = 'x') => ({
  name: '',
  summary: '',
  description: '',
  value,
  serialized,
});

test.each<[Partial<Parameter>, string | undefined]>([
  [{}, undefined],
  [{ schema: list }, 'color=blue&color=a%20b'],
  [{ schema: list, explode: false }, 'color=blue,a%20b'],
  [{ schema: { ...list, type: ['array', 'null'] } }, 'color=blue&color=a%20b'],
  [{ schema: { type: ['array', 'string'], example: 'blue' } }, undefined],
  [{ schema: { type: ['array', 'number'], example: 5 } }, undefined],
  [{ schema: { type: 'array', items: { type: 'string', maxLength: 200 }, example: ['x'.repeat(161)] } }, undefined],
  [{ schema: { type: 'string', example: 'a/b' }, allowReserved: true }, 'color=a/b'],
  [{ schema: { example: { a: 1 } }, mediaType: 'application/json' }, 'color=%7B%22a%22%3A1%7D'],
  [{ in: 'path', style: 'matrix' }, ';color=blue'],
  [{ in: 'path', style: 'label' }, '.blue'],
  [{ in: 'path', style: 'simple', schema: list, explode: false }, 'blue,a%20b'],
  [{ in: 'header', style: 'simple', schema: list, explode: false }, 'blue,a b'],
  [{ in: 'cookie', schema: list }, 'color=blue; color=a%20b'],
  [
    {
      in: 'querystring',
      schema: { type: 'object', example: { a: 'b c' } },
      mediaType: 'application/x-www-form-urlencoded',
    },
    'a=b+c',
  ],
  [{ examples: [given('color=red')] }, 'color=red'],
  [{ examples: [given('x'.repeat(160))] }, 'x'.repeat(160)],
  [{ examples: [given('x'.repeat(161))] }, undefined],
])('%j is sent as %j', (more, text) => {
  expect(sentAs(document, { ...plain, ...more })).toBe(text);
});
