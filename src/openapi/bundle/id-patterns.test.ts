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
  const links = idLinks(document, listOperations(document));

  it('leads from an id to the operation on its record that does least', () => {
    expect(links).toContainEqual(
      expect.objectContaining({ pattern: '^shelf_[0-9]+$', operationId: 'updateShelf', parameter: 'id', others: [] }),
    );
  });

  it('tells which ids the other parameters of a path take', () => {
    expect(links).toContainEqual(
      expect.objectContaining({
        operationId: 'getBook',
        parameter: 'id',
        others: [{ parameter: 'shelf', pattern: '^shelf_[0-9]+$' }],
      }),
    );
  });

  it('gives no link where a parameter takes who knows what, or where ids could be anything', () => {
    expect(links.map(({ operationId }) => operationId)).toEqual(['updateShelf', 'getBook']);
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
});
