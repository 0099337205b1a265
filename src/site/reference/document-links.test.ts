import { expect, test } from 'vitest';
import { rewriteLinks } from './document-links.ts';
import { buildReference } from './model.ts';

const reference = buildReference(
  {
    openapi: '3.1.0',
    info: { title: 'Test', version: '1' },
    paths: { '/pets': { get: { operationId: 'listPets', tags: ['Small Pets'] } } },
  },
  {
    base: '/reference',
    siteBase: '/docs',
    title: 'API',
    secretVariable: 'API_KEY',
    languages: ['curl'],
    extensions: [],
  },
);

test.each([
  ['See [this](#operation/listPets).', 'See [this](/docs/reference/small-pets/list-pets/).'],
  ['See <a href="#tag/Small-Pets">these</a>.', 'See <a href="/docs/reference/small-pets/">these</a>.'],
  ['[a](#tag/Small%20Pets/operation/listPets)', '[a](/docs/reference/small-pets/list-pets/)'],
  ['[a](#tag/Small%20Pets)', '[a](/docs/reference/small-pets/)'],
  ['[a](#operation/nobody)', '[a](/docs/reference/)'],
  ['[a](#section/Authentication)', '[a](/docs/reference/)'],
  ['[a](#elsewhere) #operation/listPets', '[a](#elsewhere) #operation/listPets'],
])('%s', (text, expected) => {
  expect(JSON.parse(rewriteLinks(JSON.stringify(text), reference))).toBe(expected);
});
