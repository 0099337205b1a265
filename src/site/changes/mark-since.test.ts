import { expect, test } from 'vitest';
import { documentChanges } from '../../openapi/changes/document-changes.ts';
import type { OpenApiDocument } from '../../openapi/document/openapi-document.ts';
import { constraintsOf } from '../../openapi/schema/constraints.ts';
import { markSince } from './mark-since.ts';

function pets(fields: string[], parameters: string[]): OpenApiDocument {
  const properties = Object.fromEntries(fields.map((name) => [name, { type: 'string' }]));
  const owner = { type: 'object', properties };
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } };
  const get = {
    operationId: 'listPets',
    parameters: parameters.map((name) => ({ name, in: 'query' as const, schema: { type: 'string' } })),
    responses: { 200: { description: '', content } },
  };
  return {
    openapi: '3.1.0',
    info: { title: 'Pets', version: '2' },
    paths: { '/pets': { get } },
    components: {
      schemas: { Pet: { type: 'object', properties: { ...properties, owners: { type: 'array', items: owner } } } },
    },
  };
}

const before = pets(['name'], ['tag']);
const after = pets(['name', 'age'], ['tag', 'after']);
const changes = documentChanges({ before, after }).map((change) => ({ ...change, id: '' }));
const marked = markSince(after, [{ version: '1.1.0', since: '1.0.0', changes }]);

test('a field and a parameter that a version added say since when, wherever they are nested; others say nothing', () => {
  const pet = marked.components?.schemas?.['Pet'];
  const json = JSON.stringify(pet);
  expect(json.match(/"age":\{"type":"string","x-since":"1.1.0"\}/g)).toHaveLength(2);
  expect(json.match(/x-since/g)).toHaveLength(2);
  const [tag, cursor] = marked.paths?.['/pets']?.get?.parameters ?? [];
  expect(tag).toMatchObject({ schema: { type: 'string' } });
  expect(JSON.stringify(tag)).not.toContain('x-since');
  expect(cursor).toMatchObject({ schema: { 'x-since': '1.1.0' } });
});

test('the page tells it among the facts of the field', () => {
  expect(constraintsOf(marked, { type: 'string', 'x-since': '1.1.0' })).toEqual([{ label: 'since 1.1.0' }]);
});

test('the document that was given stays as it is', () => {
  expect(JSON.stringify(after)).not.toContain('x-since');
});
