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
  ['[`a`](#operation/listPets)', '[`a`](/docs/reference/small-pets/list-pets/)'],
  ["`a` \\` <a href='#tag/Small-Pets'>`</a>", "`a` \\` <a href='/docs/reference/small-pets/'>`</a>"],
  ['```\na\n```\n[a](#tag/Small-Pets)\n```\nb\n```', '```\na\n```\n[a](/docs/reference/small-pets/)\n```\nb\n```'],
])('%s', (text, expected) => {
  expect(rewriteLinks(document(text), options)).toEqual(document(expected));
});

const LINK = '[a](#operation/listPets)';

test.each([
  `\`${LINK}\``,
  `\`\` \` ${LINK} \`\``,
  `\`a\n${LINK}\``,
  `\`\`\`md\n${LINK}\n\`\`\``,
  `- ~~~\n  ${LINK}\n  ~~~`,
  `~~~\n\n${LINK}`,
])('code stays as it is: %s', (text) => {
  const before = document(text);
  expect(rewriteLinks(before, options)).toBe(before);
});

test('descriptions are rewritten wherever they stand, data and names are not', () => {
  const there = '[a](/docs/reference/small-pets/list-pets/)';
  const described = (description: string): OpenApiDocument => ({
    ...document(description),
    components: {
      examples: { value: { summary: LINK, description, value: { description: LINK } } },
      responses: { default: { description } },
      schemas: {
        description: {
          description,
          title: LINK,
          enum: [LINK],
          default: { description: LINK },
          examples: [{ description: LINK }],
          properties: { example: { description, const: LINK }, description: { description } },
          'x-enum-descriptions': { [LINK]: description },
        },
      },
    },
  });
  const before = described(LINK);
  const copy = structuredClone(before);
  expect(rewriteLinks(before, options)).toEqual(described(there));
  expect(before).toEqual(copy);
});
