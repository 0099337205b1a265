import { expect, test } from 'vitest';
import type { OpenApiDocument } from '../../openapi/document/openapi-document.ts';
import { rewriteLinks } from './document-links.ts';
import type { ResolvedOptions } from './options.ts';

const document = (description: string): OpenApiDocument => ({
  openapi: '3.1.0',
  info: { title: 'Test', version: '1', description },
  paths: { '/pets': { get: { operationId: 'listPets', tags: ['Small Pets'] } } },
});
const options: ResolvedOptions = {
  base: '/reference',
  siteBase: '/docs',
  title: 'API',
  secretVariable: 'API_KEY',
  languages: ['curl'],
  extensions: [],
};

test.each([
  ['See [this](#operation/listPets).', 'See [this](/docs/reference/small-pets/list-pets/).'],
  ['See <a href="#tag/Small-Pets">these</a>.', 'See <a href="/docs/reference/small-pets/">these</a>.'],
  ['[a](#tag/Small%20Pets/operation/listPets)', '[a](/docs/reference/small-pets/list-pets/)'],
  ['[a](#tag/Small%20Pets)', '[a](/docs/reference/small-pets/)'],
  ['[a](#operation/nobody)', '[a](/docs/reference/)'],
  ['[a](#section/Authentication)', '[a](/docs/reference/)'],
  ['[a](#elsewhere) #operation/listPets', '[a](#elsewhere) #operation/listPets'],
])('%s', (text, expected) => {
  expect(rewriteLinks(document(text), options)).toEqual(document(expected));
});
