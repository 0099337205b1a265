import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadDocument } from '../../src/openapi/document/load.ts';
import { load } from './pages.ts';
import { read, refusalOf, writeDocument } from './write-document.ts';
import type { Files } from './write-document.ts';

const HEAD = 'info: { title: T, version: "1" }';
const OK = '{ "200": { description: ok } }';
const get = (members = ''): string => `{ get: { ${members} responses: ${OK} } }`;
const answer = (ref: string): string =>
  `paths:\n  /a: { get: { responses: { "200": { description: ok, content: { application/json: { schema: { $ref: '${ref}' } } } } } } }\n`;

const v31 = (rest: string): Files => ({ 'api.yaml': `openapi: 3.1.0\n${HEAD}\n${rest}` });
const v30 = (rest: string): Files => ({ 'api.yaml': `openapi: 3.0.3\n${HEAD}\n${rest}` });
const v32 = (rest: string): Files => ({ 'api.yaml': `openapi: 3.2.0\n${HEAD}\n${rest}` });

const tagged = (tags: string[]): string =>
  `paths:\n${tags.map((tag, n) => `  /${n}: ${get(`operationId: op${n}, tags: [${JSON.stringify(tag)}],`)}`).join('\n')}\n`;

/** What is odd, the files, and the addresses below `/reference/` that its pages get. */
const built: [string, Files, string[]][] = [
  [
    'JSON with a byte order mark',
    { 'a.json': '\uFEFF{"openapi":"3.1.0","info":{"title":"T","version":"1"},"paths":{}}' },
    [],
  ],
  ['no paths at all, only webhooks', v31(`webhooks: { ping: { post: { responses: ${OK} } } }`), ['events/ping']],
  ['empty paths', v30('paths: {}'), []],
  ['a path that is null', v31(`paths: { /a: null, /b: ${get()} }`), ['b/get-b']],
  ['3.0’s x-webhooks', v30(`paths: {}\nx-webhooks: { pinged: { post: { responses: ${OK} } } }`), ['events/pinged']],
  ['OpenAPI 3.2 without anything new', v32(`tags: [{ name: x, kind: nav }]\npaths: { /a: ${get()} }`), ['a/get-a']],
  [
    'no version, no descriptions, an operation without answers, and `true` for a component',
    {
      'a.yaml':
        "openapi: 3.1.0\ninfo: { title: T }\npaths:\n  /a: { get: {} }\n  /b: { get: { responses: { '200': { content: { application/json: { schema: { $ref: '#/components/schemas/Any' } } } } } } }\ncomponents: { schemas: { Any: true } }",
    },
    ['a/get-a', 'b/get-b'],
  ],
  ['no operationId', v31(`paths: { '/a/{id}': ${get()}, '/a/{key}': ${get()} }`), ['a/get-a-id', 'a/get-a-key']],
  [
    'one operationId twice',
    v31(`paths:\n  /a: ${get('operationId: one,')}\n  /b: ${get('operationId: one,')}`),
    ['a/one', 'b/one-2'],
  ],
  [
    'paths and operationIds that differ in case only',
    v31(
      `paths:\n  /pets: ${get('operationId: listPets, tags: [p],')}\n  /Pets: ${get('operationId: ListPets, tags: [p],')}`,
    ),
    ['p/list-pets', 'p/list-pets-get'],
  ],
  [
    'tags of signs, scripts and devices',
    v31(tagged(['a/b', '..', '🎉', '日本語', 'CON', '', 'Pets', 'pets', 'schemas', 'a?b#c%20', '__proto__'])),
    [
      'a-b/op0',
      'u2e-u2e/op1',
      'u1f389/op2',
      '日本語/op3',
      'con-page/op4',
      'unnamed/op5',
      'pets/op6',
      'pets-2/op7',
      'schemas/op8',
      'a-b-c-20/op9',
      'proto/op10',
    ],
  ],
  [
    'an operationId of 400 letters',
    v31(`paths: { /a: ${get(`operationId: ${'a'.repeat(400)},`)} }`),
    [`a/${'a'.repeat(120)}`],
  ],
  [
    'names that objects have by nature',
    v31(`paths:\n  /a: ${get('operationId: constructor, tags: [toString],')}`),
    ['to-string/constructor'],
  ],
  [
    'one operation twice by a YAML anchor',
    v31(`paths: { /a: { get: &g { responses: ${OK} } }, /b: { get: *g } }`),
    ['a/get-a', 'b/get-b'],
  ],
  [
    'a $ref into a list',
    v31(
      `paths:\n  /a: ${get('parameters: [{ name: q, in: query, schema: { type: string } }],')}\n  /b: ${get("parameters: [{ $ref: '#/paths/~1a/get/parameters/0' }],")}`,
    ),
    ['a/get-a', 'b/get-b'],
  ],
  [
    'an example elsewhere',
    v31(
      'paths:\n  /a: { get: { responses: { "200": { description: ok, content: { text/plain: { examples: { x: { externalValue: "http://127.0.0.1:9/x" } } } } } } } }',
    ),
    ['a/get-a'],
  ],
  [
    'several files, YAML and JSON, that refer to each other',
    {
      ...v31("paths: { /a: { $ref: './paths/a.yaml' } }\nwebhooks: { w: { $ref: './paths/w.json' } }"),
      'paths/a.yaml':
        "get: { operationId: a, responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '../schemas/all.yaml#/A' } } } } } }",
      'paths/w.json': '{"post":{"responses":{"200":{"description":"ok"}}}}',
      'schemas/all.yaml': "A: { type: object, properties: { self: { $ref: '#/A' }, b: { $ref: './b.yaml' } } }",
      'schemas/b.yaml': 'type: string',
    },
    ['a/a', 'events/w'],
  ],
];

test.each(built)('%s: every operation has a page', async (_, files, pages) => {
  const { entries } = await load(await writeDocument(files));
  expect(entries.map(({ address }) => address)).toEqual(pages.map((page) => `/reference/${page}/`));
});

/** What is wrong, the files, and what the message says beside the file's name. */
const refused: [string, Files, RegExp][] = [
  ['an empty file', { 'a.yaml': '' }, /a\.yaml: the file is empty/],
  ['a list', { 'a.json': '[]' }, /a\.json: holds no object/],
  ['no version', { 'a.yaml': HEAD }, /a\.yaml at #\/openapi: there is no version; only/],
  [
    'Swagger 2.0',
    { 'a.yaml': `${HEAD}\nswagger: "2.0"\n` },
    /a\.yaml:2 at #\/swagger: this is swagger 2\.0; only OpenAPI 3\.0, 3\.1 and 3\.2/,
  ],
  ['OpenAPI 4', { 'a.json': '{\n"openapi": "4.0.0"}' }, /a\.json:2 at #\/openapi: this is openapi 4\.0\.0/],
  ['broken YAML', { 'a.yaml': 'openapi: 3.1.0\ninfo:\n  title: [\n' }, /a\.yaml:4: /],
  ['broken JSON', { 'a.json': '{"openapi": "3.1.0",\n "info": {"title": "T" "version": "1"}}' }, /a\.json:2: /],
  ['a key twice', v31(`paths:\n  /a: ${get()}\n  /a: ${get()}\n`), /api\.yaml:5: duplicated mapping key/],
  ['no bytes of a text', { 'a.yaml': '\0\u0001' }, /a\.yaml:1: /],
  [
    'a dangling $ref',
    v31(answer('#/components/schemas/Nope')),
    /api\.yaml:4 at #\/paths\/~1a\/get\/responses\/200\/content\/application~1json\/schema: Can't resolve \$ref "#\/components\/schemas\/Nope"/,
  ],
  [
    'a $ref to a file that is not there',
    v31(answer('other/gone.yaml#/A')),
    /api\.yaml:4 at .*"other\/gone\.yaml#\/A": ENOENT/,
  ],
  ['a $ref to a broken file', { ...v31(answer('part.yaml#/A')), 'part.yaml': 'A: [\n' }, /part\.yaml:2: /],
  [
    'a dangling $ref in a webhook of 3.0',
    v30("paths: {}\nx-webhooks: { w: { $ref: '#/components/nothing' } }"),
    /api\.yaml:4 at #\/x-webhooks\/w: /,
  ],
  [
    'a $ref to another host',
    v31(answer('http://127.0.0.1:9/x.yaml#/A')),
    /api\.yaml:4 at .*: Can't resolve \$ref "http:\/\/127\.0\.0\.1:9\/x\.yaml#\/A": only files of this machine are read/,
  ],
  [
    '$refs in a circle',
    v31(
      `${answer('#/components/schemas/A')}components: { schemas: { A: { $ref: '#/components/schemas/B' }, B: { $ref: '#/components/schemas/A' } } }`,
    ),
    /api\.yaml at #\/.*: this \$ref leads back to itself/,
  ],
  [
    'a path that is a list',
    v31('paths: { /a: [get] }'),
    /api\.yaml:3 at #\/paths\/~1a: `\/a` must be an object, not a list/,
  ],
];

describe('is refused in one line with its file and place:', () => {
  test.each(refused)('%s', async (_, files, message) => {
    const line = await refusalOf(await writeDocument(files));
    expect(line).toMatch(message);
    expect(line).not.toContain('\n');
  });

  test('a folder, a file that is not there', async () => {
    const folder = dirname(await writeDocument({ 'a.yaml': '' }));
    await expect(loadDocument(folder)).rejects.toThrow(/folder/);
    await expect(loadDocument(join(folder, 'absent.yaml'))).rejects.toThrow(/absent\.yaml: ENOENT/);
  });
});

test('what can be shown though it is wrong is told with its place', async () => {
  const file = await writeDocument(v31(`paths:\n  /a: ${get('operationId: one,')}\n  /b: ${get('operationId: one,')}`));
  expect((await read(file)).notes).toEqual([
    expect.stringMatching(/api\.yaml:5 at #\/paths\/~1b\/get\/operationId: an operationId is taken .*: `one`$/),
  ]);
});
