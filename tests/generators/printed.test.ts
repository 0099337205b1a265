import { expect, test } from 'vitest';
import { asyncApiDocument } from '../../src/generators/asyncapi.ts';
import { collectionFiles } from '../../src/generators/collection-files.ts';
import { collectionOf } from '../../src/generators/collection/collection.ts';
import { postmanEnvironment } from '../../src/generators/postman-environment.ts';
import { postmanCollection } from '../../src/generators/postman.ts';
import { loadDocument } from '../../src/openapi/document/load.ts';

const document = await loadDocument(new URL('pets.yaml', import.meta.url));
const bodies = await loadDocument(new URL('../collections/bodies.yaml', import.meta.url));
const documentation = ({ operationId }: { operationId: string }): string => `https://docs.example/${operationId}`;
const [sandbox, production] = [
  { id: 'sandbox', name: 'Sandbox/local', baseUrl: 'http://127.0.0.1/v1', apiKey: 'sk_test' },
  { id: 'production', name: '.Production', baseUrl: 'https://pets.example/v1', apiKey: '' },
];
const files = collectionFiles(collectionOf(document, { documentation }), [sandbox, production], 'pets');
const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

// The long tests run these in the programs that they are for. Here a change is seen at once: `npx vitest -u` keeps it.
test.each(['bruno', 'hoppscotch', 'http', 'hurl', 'insomnia'])(
  'a collection for %s is printed as it was',
  async (program) => {
    const own = [...files].filter(([path]) => path.startsWith(`${program}/`));
    const text = own.map(([path, content]) => `### ${path}\n${content}`).join('\n');
    await expect(text).toMatchFileSnapshot(`printed/${program}.txt`);
  },
);

test('a collection for Postman is printed as it was', async () => {
  const printed = [postmanCollection(document, { documentation }), postmanEnvironment(sandbox)];
  await expect(printed.map(json).join('\n')).toMatchFileSnapshot('printed/postman.txt');
});

// What these send is compared with the samples in `tests/collections/bodies.long.test.ts`.
test.each(['bruno', 'hoppscotch', 'http', 'hurl', 'insomnia'])(
  'bodies of each kind are printed for %s as they were',
  async (program) => {
    const own = [...collectionFiles(collectionOf(bodies), [], 'bodies')].filter(([path]) => path.startsWith(program));
    const text = own.map(([path, content]) => `### ${path}\n${content}`).join('\n');
    await expect(text).toMatchFileSnapshot(`printed/bodies-${program}.txt`);
  },
);

test('bodies of each kind are printed for Postman as they were', async () => {
  await expect(json(postmanCollection(bodies))).toMatchFileSnapshot('printed/bodies-postman.txt');
});

test('the events are printed as AsyncAPI as they were', async () => {
  const texts = { title: 'Events', description: 'What is sent.', endpoint: 'Yours.' };
  await expect(json(asyncApiDocument(document, { ...texts, documentation }))).toMatchFileSnapshot(
    'printed/asyncapi.txt',
  );
});

test('a document that says nothing of itself has its own licence’s address, or none', () => {
  const texts = { title: '', description: '', endpoint: '' };
  const infoOf = (license?: object) =>
    asyncApiDocument({ ...document, info: { title: '', version: '1', ...(license && { license }) } } as never, texts)[
      'info'
    ];
  expect(infoOf()).not.toHaveProperty('license');
  expect(infoOf({ name: 'Own' })).toMatchObject({ license: { name: 'Own' } });
  expect(infoOf({ name: 'Own' })).not.toHaveProperty('license.url');
  expect(infoOf({ name: 'Own', url: 'https://own.example' })).toHaveProperty('license.url', 'https://own.example');
});
