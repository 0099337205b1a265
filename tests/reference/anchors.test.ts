import { expect, test } from 'vitest';
import type { OpenApiDocument, OperationObject, SchemaObject } from '../../src/openapi/document/openapi-document.ts';
import { operationView } from '../../src/site/reference/view/operation-view.ts';
import { load } from './pages.ts';
import { writeDocument } from './write-document.ts';

const text: SchemaObject = { type: 'string' };
const operation = (id: string): OperationObject => ({
  operationId: id,
  tags: ['Pets'],
  parameters: [{ name: 'limit', in: 'query', schema: text }],
  requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } } },
  responses: {
    '200': {
      description: 'ok',
      headers: { 'X-Total': { schema: text } },
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } },
    },
    '404': {
      description: 'gone',
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  },
});
const document = (): OpenApiDocument => ({
  openapi: '3.1.0',
  info: { title: 'T', version: '1' },
  paths: { '/pets': { get: operation('listPets'), post: operation('createPet') } },
  components: {
    schemas: {
      Pet: {
        type: 'object',
        properties: {
          name: text,
          owner: { type: 'object', properties: { name: text } },
          food: { $ref: '#/components/schemas/Food' },
        },
      },
      Food: {
        oneOf: [
          { title: 'Dry', type: 'object', properties: { grams: text } },
          { title: 'Wet', type: 'object', properties: { cans: text } },
        ],
      },
      Problem: { type: 'object', properties: { title: text } },
    },
  },
});

/** Every address of the reference with every anchor below it. */
async function places(change: (document: OpenApiDocument) => void): Promise<string[]> {
  const changed = document();
  change(changed);
  const { reference, schemas, entries } = await load(await writeDocument({ 'api.json': JSON.stringify(changed) }));
  return entries.flatMap((entry) => {
    const view = JSON.stringify(operationView(reference, schemas, entry));
    const ids = [...view.matchAll(/ id=\\"([^"\\]+)\\"|"id":"([^"]+)"/g)].map(([, inHtml, own]) => inHtml ?? own ?? '');
    return [...new Set(ids)].map((id) => `${entry.address}#${id}`);
  });
}

/** Puts a member before all others, where it could push them about. */
function first<T>(members: Record<string, T> | undefined, name: string, member: T): Record<string, T> {
  return { [name]: member, ...members };
}

const schemasOf = (changed: OpenApiDocument): Record<string, SchemaObject> => changed.components?.schemas ?? {};

test.each<[string, (changed: OpenApiDocument) => void]>([
  [
    'a field',
    (changed) =>
      Object.values(schemasOf(changed)).forEach(
        (schema) => (schema.properties = first(schema.properties, 'added', text)),
      ),
  ],
  [
    'a variant',
    (changed) =>
      schemasOf(changed)['Food']?.oneOf?.unshift({ title: 'Raw', type: 'object', properties: { grams: text } }),
  ],
  [
    'a parameter',
    (changed) => changed.paths?.['/pets']?.get?.parameters?.unshift({ name: 'added', in: 'query', schema: text }),
  ],
  [
    'a response',
    (changed) => {
      const { get } = changed.paths?.['/pets'] ?? {};
      if (get)
        get.responses = first(get.responses, '201', {
          description: 'made',
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } },
        });
    },
  ],
  [
    'a path and a tag',
    (changed) => (changed.paths = first(changed.paths, '/added', { get: { ...operation('added'), tags: ['Added'] } })),
  ],
  ['a webhook', (changed) => (changed.webhooks = { added: { post: operation('addedHook') } })],
  [
    'a component',
    (changed) => (changed.components = { schemas: first(schemasOf(changed), 'Added', { type: 'object' }) }),
  ],
])('no anchor changes when %s is added before the others', async (_, change) => {
  const before = await places(() => undefined);
  expect(before).toContain('/reference/pets/create-pet/#body-owner-name');
  expect(before).toContain('/reference/pets/create-pet/#response-200-food-Dry-grams');
  const after = new Set(await places(change));
  expect(before.filter((place) => !after.has(place))).toEqual([]);
  if (_ !== 'a component') expect(after.size).toBeGreaterThan(before.length);
});
