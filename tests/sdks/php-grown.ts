import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../../scripts/paths.ts';
import { sdkModel } from '../../src/generators/sdk/model.ts';
import type { SdkModel } from '../../src/generators/sdk/model.ts';
import { printPhp } from '../../src/generators/sdk/php/print.ts';
import type { OpenApiDocument } from '../../src/openapi/document/openapi-document.ts';
import type { Policies } from '../../src/openapi/document/policies.ts';

/** The API as it may be one day: a resource, a type whose name is a word of PHP, a field, an event and a value that are new. */
export function grownModel(document: OpenApiDocument, policies: Policies): SdkModel {
  const grown = structuredClone(document);
  const schemas = grown.components?.schemas ?? {};
  const text = { type: 'string', description: 'Ends a comment */ and "quotes" $money \\ \'.' };
  Object.assign(schemas, {
    List: { type: 'object', required: ['id', 'class'], properties: { id: text, class: text, 'odd-name': text } },
  });
  Object.assign(schemas['Contact']?.properties ?? {}, { lists: { type: 'array', items: ref('List') } });
  schemas['ChatbotStatus']?.enum?.push('class', '2nd');
  Object.assign(grown.paths ?? {}, {
    '/lists/{list_id}': {
      get: {
        operationId: 'getList',
        'x-sdk-method': 'lists.class',
        summary: 'Get a list',
        tags: ['contacts'],
        parameters: [{ in: 'path', name: 'list_id', required: true, schema: { type: 'string' } }],
        responses: { '200': { description: 'It.', content: { 'application/json': { schema: ref('List') } } } },
      },
    },
  });
  const event = { type: 'object', properties: { event: { const: 'list.cleared' }, data: ref('List') } };
  const example = { event: 'list.cleared', data: { id: "it's" } };
  const content = { 'application/json': { schema: event, examples: { event: { value: example } } } };
  const post = { operationId: 'onListCleared', summary: 'List cleared', tags: ['contacts'], requestBody: { content } };
  Object.assign(grown.webhooks ?? {}, { 'list.cleared': { post: { ...post, responses: {} } } });
  return sdkModel(grown, policies);
}

const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });

/** The library with what is printed for a model, in a folder. @returns the file that makes its classes known */
export function writeLibrary(model: SdkModel, folder: string): string {
  const source = join(root, 'sdks/php');
  cpSync(join(source, 'autoload.php'), join(folder, 'autoload.php'));
  cpSync(join(source, 'src'), join(folder, 'src'), {
    recursive: true,
    filter: (path) => !path.includes('generated'),
  });
  for (const [path, text] of printPhp(model)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return join(folder, 'autoload.php');
}
