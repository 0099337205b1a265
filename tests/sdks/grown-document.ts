import type { OpenApiDocument } from '../../src/openapi/document/openapi-document.ts';

/**
 * A copy of the API's document with more in it: fields, a value of an enumeration, a call, an event. Names of the new things are
 * words of languages and names of their maps' methods, which a printer has to evade.
 */
export function grown(document: OpenApiDocument): OpenApiDocument {
  const copy = structuredClone(document);
  const { components, paths, webhooks } = copy;
  const schemas = components?.schemas ?? {};
  const more = { language: { type: 'string' }, class: { type: 'string' }, items: { type: 'array' } };
  Object.assign(schemas['Contact']?.properties ?? {}, more);
  schemas['ChatbotStatus']?.enum?.push('retired');
  const contact = { $ref: '#/components/schemas/Contact' };
  const properties = { if: { type: 'string' }, options: { type: 'integer' } };
  const body = { type: 'object', required: ['if'], properties };
  const restore = {
    operationId: 'restoreContact',
    'x-sdk-method': 'contacts.restore',
    tags: ['contacts'],
    parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
    requestBody: { required: true, content: { 'application/json': { schema: body } } },
    responses: { '200': { description: 'It.', content: { 'application/json': { schema: contact } } } },
  };
  Object.assign(paths ?? {}, { '/contacts/{id}/restore': { post: restore } });
  const event = { event: { const: 'contact.restored' }, timestamp: { type: 'string' }, data: contact };
  const schema = { type: 'object', required: ['event', 'data'], properties: event };
  const example = { value: { event: 'contact.restored', timestamp: '2026-02-11T10:35:22Z', data: { id: 'con_1' } } };
  const requestBody = { content: { 'application/json': { schema, examples: { event: example } } } };
  const post = { operationId: 'onContactRestored', tags: ['contacts'], requestBody, responses: {} };
  Object.assign(webhooks ?? {}, { 'contact.restored': { post } });
  return copy;
}
