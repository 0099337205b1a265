import { describe, expect, it } from 'vitest';
import type { OpenApiDocument, SchemaObject } from '../document/openapi-document.ts';
import { idLinks } from './id-patterns.ts';
import { loadDocument } from '../document/load.ts';
import { listOperations } from '../model/operations.ts';

const shelf: SchemaObject = { type: 'object', properties: { id: { type: 'string', pattern: '^shelf_[0-9]+$' } } };
const book: SchemaObject = {
  oneOf: [{ properties: { id: { type: 'string', pattern: '^book_[0-9]+$' } } }, { type: 'null' }],
};

function answering(operationId: string, schema?: SchemaObject) {
  const content = schema === undefined ? {} : { content: { 'application/json': { schema } } };
  return { operationId, summary: operationId, responses: { '200': { description: '', ...content } } };
}

const document: OpenApiDocument = {
  openapi: '3.1.0',
  info: { title: 'Library', version: '1' },
  paths: {
    '/shelves': { get: answering('listShelves', { properties: { data: { type: 'array', items: shelf } } }) },
    '/shelves/{id}': { delete: answering('deleteShelf'), patch: answering('updateShelf') },
    '/shelves/{shelf}/books/{id}': { get: answering('getBook', book) },
    '/boxes/{box}/books/{id}': { get: answering('getBoxedBook', book) },
    '/numbers/{id}': { get: answering('getNumber', { properties: { id: { type: 'string', pattern: '^[0-9]+$' } } }) },
  },
};

describe('idLinks', () => {
  const links = () => idLinks(document, listOperations(document));

  it('leads from an id to the operation on its record that does least', () => {
    expect(links()).toContainEqual(
      expect.objectContaining({ pattern: '^shelf_[0-9]+$', operationId: 'updateShelf', parameter: 'id', others: [] }),
    );
  });

  it('tells which ids the other parameters of a path take', () => {
    expect(links()).toContainEqual(
      expect.objectContaining({
        operationId: 'getBook',
        parameter: 'id',
        others: [{ parameter: 'shelf', pattern: '^shelf_[0-9]+$' }],
      }),
    );
  });

  it('gives no link where a parameter takes who knows what, or where ids could be anything', () => {
    expect(links().map(({ operationId }) => operationId)).toEqual(['updateShelf', 'getBook']);
  });

  it('knows every kind of record of the spec', async () => {
    const spec = await loadDocument('spec/openapi.yaml');
    expect(
      idLinks(spec, listOperations(spec)).map(({ pattern, operationId }) => [pattern.replace(/\[.*/, ''), operationId]),
    ).toEqual([
      ['^con_', 'getContact'],
      ['^conv_', 'getConversation'],
      ['^msg_', 'getMessage'],
      ['^vis_', 'getVisitor'],
      ['^bot_', 'getChatbot'],
      ['^op_', 'getOperator'],
      ['^wh_', 'deleteWebhook'],
    ]);
  });

  it('looks for ids in the bodies of JSON, in the records of the one list, and not without end', () => {
    const pattern = '^pet_[0-9]+$';
    const record: SchemaObject = { type: 'object', properties: { id: { type: 'string', pattern } } };
    const list: SchemaObject = { type: 'array', items: record };
    const linksOf = (schema: SchemaObject, mediaType = 'application/json') => {
      const responses = { '200': { description: '', content: { 'text/plain': {}, [mediaType]: { schema } } } };
      const paths = { '/pets/{id}': { get: { operationId: 'getPet', responses } } };
      const api: OpenApiDocument = { openapi: '3.1.0', info: { title: 'Pets', version: '1' }, paths };
      return idLinks(api, listOperations(api)).map((link) => link.pattern);
    };
    const nested = (depth: number): SchemaObject =>
      depth === 0 ? record : { type: 'object', properties: { data: { type: 'array', items: nested(depth - 1) } } };
    expect(linksOf(record)).toEqual([pattern]);
    expect(linksOf(record, 'application/xml')).toEqual([]);
    expect(linksOf({ type: 'object', properties: { data: list } })).toEqual([pattern]);
    expect(linksOf({ type: 'object', properties: { data: list, more: list } })).toEqual([]);
    expect([linksOf(nested(3)), linksOf(nested(4))]).toEqual([[pattern], []]);
    const anyOther: SchemaObject = { type: 'object', patternProperties: { id: { type: 'string', pattern } } };
    expect(linksOf(anyOther)).toEqual([]);
  });

  it('looks for ids in what succeeds, not in errors', () => {
    const id = (pattern: string) => ({
      description: '',
      content: { 'application/json': { schema: { type: 'object', properties: { id: { type: 'string', pattern } } } } },
    });
    const responses = { '404': id('^err_[0-9]+$'), '201': id('^pet_[0-9]+$'), '2XX': id('^any_[0-9]+$') };
    const paths = { '/pets/{id}': { get: { operationId: 'getPet', responses } } };
    const api: OpenApiDocument = { openapi: '3.1.0', info: { title: 'Pets', version: '1' }, paths };
    expect(idLinks(api, listOperations(api)).map(({ pattern }) => pattern)).toEqual(['^pet_[0-9]+$']);
  });
});
