import { expect, test } from 'vitest';
import type { OpenApiDocument } from '../document/openapi-document.ts';
import { documentChanges } from './document-changes.ts';

const typed = (type: string) => ({ schema: { type } });

function changesOf(
  before: [path: string, parameters: object[]],
  after: [path: string, parameters: object[]],
): string[] {
  const [old, now] = [before, after].map(([path, parameters]) => ({
    ...{ openapi: '3.1.0', info: { title: 'Pets', version: '1' } },
    paths: { [path]: { get: { operationId: 'get', parameters, responses: {} } } },
  })) as unknown as [OpenApiDocument, OpenApiDocument];
  return documentChanges({ before: old, after: now }).map(({ severity, message }) => `${severity}: ${message}`);
}

const inPath = (name: string, type: string) => ({ name, in: 'path', required: true, ...typed(type) });

test('parameters of a path are known by their place in it, whatever they are called', () => {
  const before: [string, object[]] = ['/a/{x}/{yy}', [inPath('x', 'string'), inPath('yy', 'integer')]];
  const renamed = (first: string, second: string): [string, object[]] => [
    '/a/{owner}/{id}',
    [inPath('id', second), inPath('owner', first)],
  ];
  expect(changesOf(before, renamed('string', 'integer'))).toEqual([]);
  expect(changesOf(before, renamed('integer', 'integer'))).toEqual([
    'breaking: `GET /a/{owner}/{id} path[0]`: the type went from `string` to `integer`.',
  ]);
});

test('headers are called the same in any case, parameters of a query are not', () => {
  const [query, header] = ['query', 'header'].map((place) => [
    { name: 'Tag', in: place, ...typed('string') },
    { name: 'tag', in: place, ...typed('string') },
  ]) as [object[], object[]];
  expect(changesOf(['/a', header.slice(0, 1)], ['/a', header.slice(1)])).toEqual([]);
  expect(changesOf(['/a', query.slice(0, 1)], ['/a', query.slice(1)])).toHaveLength(2);
});
