import { describe, expect, test } from 'vitest';
import type { OpenApiDocument } from '../../src/openapi/document/openapi-document.ts';
import { read, writeDocument } from './write-document.ts';

const OK = '{ "200": { description: ok } }';

function yaml(rest: string, version = '3.1.0', info = 'info: { title: T, version: "1" }'): string {
  return `openapi: ${version}\n${info}\n${rest}`;
}

const reading = async (text: string): Promise<{ document: OpenApiDocument; notes: string[] }> =>
  read(await writeDocument({ 'api.yaml': text }));

describe('what is not as it should be is read as it is meant:', () => {
  const paths = (operation: string): string => `paths:\n  /a:\n    get: ${operation}`;
  const get = ({ paths: all }: OpenApiDocument) => all?.['/a']?.get;

  test.each<[string, string, (document: OpenApiDocument) => unknown, unknown, RegExp]>([
    ['a version without quotes', yaml('paths: {}', '3.1'), ({ openapi }) => openapi, '3.1.0', /^$/],
    [
      'no title',
      yaml('paths: {}', '3.1.0', 'info: { version: "1" }'),
      ({ info }) => info.title,
      'API',
      /:2 at #\/info: has no `title`/,
    ],
    ['no info', 'openapi: 3.1.0\npaths: {}', ({ info }) => info.title, 'API', /has no `info`/],
    ['nothing but info', yaml(''), ({ paths: all }) => all, undefined, /^$/],
    [
      'a number for a text',
      yaml('paths: {}', '3.1.0', 'info: { title: T, version: 1.5 }'),
      ({ info }) => info.version,
      '1.5',
      /:2 at #\/info\/version: is no text, and is read as one/,
    ],
    [
      'a text for true',
      yaml(paths(`{ deprecated: "true", responses: ${OK} }`)),
      (one) => get(one)?.deprecated,
      true,
      /true or false belongs/,
    ],
    [
      'a text for a number',
      yaml('paths: {}\ncomponents: { schemas: { A: { maxLength: "5" } } }'),
      (one) => one.components?.schemas?.A,
      { maxLength: 5 },
      /where a number belongs/,
    ],
    [
      'a negative length',
      yaml('paths: {}\ncomponents: { schemas: { A: { minLength: -5 } } }'),
      (one) => one.components?.schemas?.A,
      {},
      /is less than 0, and is left out/,
    ],
    [
      'one tag for a list',
      yaml(paths(`{ tags: pets, responses: ${OK} }`)),
      (one) => get(one)?.tags,
      ['pets'],
      /read as a list of one/,
    ],
    [
      'a null in a list',
      yaml(paths(`{ tags: [~, pets, 7], responses: ${OK} }`)),
      (one) => get(one)?.tags,
      ['pets', '7'],
      /has an item that has no value/,
    ],
    [
      'one requirement for a list',
      yaml(paths(`{ security: { key: [] }, responses: ${OK} }`)),
      (one) => get(one)?.security,
      [{ key: [] }],
      /read as a list of one/,
    ],
    [
      'a member without a value',
      yaml(`tags:\nservers:\n${paths(`{ parameters: , responses: ${OK} }`)}`),
      (one) => [one.tags, get(one)?.parameters],
      [undefined, undefined],
      /has no value \(null\), and is left out \(3 times/,
    ],
    [
      'a part with a name of its own without a value',
      yaml(paths(`{ requestBody: , responses: ${OK} }`)),
      (one) => get(one)?.requestBody,
      undefined,
      /has no value \(null\), and is left out/,
    ],
    [
      'a media type without a value',
      yaml(paths('{ responses: { 200: { description: ok, content: { text/csv: } } } }')),
      (one) => get(one)?.responses?.[200],
      { description: 'ok', content: { 'text/csv': {} } },
      /read as empty/,
    ],
    ['a path without a value', yaml('paths: { /a: }'), (one) => one.paths, { '/a': {} }, /read as empty/],
    [
      'an empty list for an object',
      yaml('paths: []\ncomponents: { schemas: { A: { properties: [] } } }'),
      (one) => one.paths,
      {},
      /is an empty list .* \(2 times/,
    ],
    [
      'a path without its slash',
      yaml(`paths: { a: { get: { responses: ${OK} } } }`),
      (one) => Object.keys(one.paths ?? {}),
      ['/a'],
      /without its slash/,
    ],
    [
      'a response in short',
      yaml(paths('{ responses: { 200: Fine. } }')),
      (one) => get(one)?.responses?.[200],
      { description: 'Fine.' },
      /written in short/,
    ],
    [
      'a schema in short',
      yaml('paths: {}\ncomponents: { schemas: { A: { properties: { b: integer } } } }'),
      (one) => one.components?.schemas?.A,
      { properties: { b: { type: 'integer' } } },
      /written in short/,
    ],
    [
      'examples as a list',
      yaml(
        paths('{ responses: { 200: { description: ok, content: { text/plain: { examples: [a, { value: b }] } } } } }'),
      ),
      (one) => JSON.stringify(get(one)?.responses),
      '{"200":{"description":"ok","content":{"text/plain":{"examples":{"1":{"value":"a"},"2":{"value":"b"}}}}}}',
      /named examples/,
    ],
    [
      'an example without its value',
      yaml(paths('{ responses: { 200: { description: ok, content: { text/plain: { examples: { a: b } } } } } }')),
      (one) => JSON.stringify(get(one)?.responses),
      '{"200":{"description":"ok","content":{"text/plain":{"examples":{"a":{"value":"b"}}}}}}',
      /without its `value`/,
    ],
    [
      'types of other languages',
      yaml(
        'paths: {}\ncomponents: { schemas: { A: { type: file }, B: { type: [string, null] }, C: { type: any }, D: { type: String } } }',
      ),
      (one) => one.components?.schemas,
      { A: { type: 'string', format: 'binary' }, B: { type: ['string', 'null'] }, C: {}, D: { type: 'string' } },
      /no type of JSON Schema.*: `file`/,
    ],
    [
      'a parameter without a name, and one in a body',
      yaml(
        paths(
          `{ parameters: [{ in: query }, { in: body, name: b }, { in: Query, name: q, schema: {} }], responses: ${OK} }`,
        ),
      ),
      (one) => get(one)?.parameters,
      [{ in: 'query', name: 'q', schema: {} }],
      /has no `name`, and is left out/,
    ],
    [
      'a required parameter without a schema',
      yaml(paths(`{ parameters: [{ in: query, name: q, required: true }], responses: ${OK} }`)),
      (one) => get(one)?.parameters,
      [{ in: 'query', name: 'q', required: true }],
      /^$/,
    ],
    [
      'a required property that is not described',
      yaml('paths: {}\ncomponents: { schemas: { A: { type: object, required: [b] } } }'),
      (one) => one.components?.schemas?.A,
      { type: 'object', required: ['b'] },
      /^$/,
    ],
    [
      'a scheme of authentication as a type',
      yaml(
        'paths: {}\ncomponents: { securitySchemes: { a: { type: basic }, b: { type: OAuth2, flows: {} }, c: { type: magic } } }',
      ),
      (one) => one.components?.securitySchemes,
      { a: { type: 'http', scheme: 'basic' }, b: { type: 'oauth2', flows: {} } },
      /is a scheme of the type `http`/,
    ],
    [
      'a flow without scopes',
      yaml(
        'paths: {}\ncomponents: { securitySchemes: { a: { type: oauth2, flows: { password: { tokenUrl: /t } } } } }',
      ),
      (one) => one.components?.securitySchemes?.a,
      { type: 'oauth2', flows: { password: { tokenUrl: '/t', scopes: {} } } },
      /has no `scopes`/,
    ],
    [
      'members that nobody knows',
      yaml('paths: {}\ncomponents: { schemas: { A: { optional: true, min_items: 3 } } }'),
      (one) => one.components?.schemas?.A,
      { optional: true, min_items: 3 },
      /not shown: `optional`, `min_items` \(2 times/,
    ],
    [
      'a $ref in an example that leads nowhere',
      yaml('paths: {}\ncomponents: { schemas: { A: { example: { $ref: "#/nowhere" } } } }'),
      (one) => one.components?.schemas?.A,
      { example: { $ref: '#/nowhere' } },
      /is a \$ref within data/,
    ],
  ])('%s', async (_, text, part, value, note) => {
    const { document, notes } = await reading(text);
    expect(part(document)).toEqual(value);
    expect(notes[0] ?? '').toMatch(note);
  });

  test.each(['3.0.3', '3.1.0', '3.2.0'])('a flow for devices, in %s', async (version) => {
    const flow = '{ deviceAuthorizationUrl: /d, tokenUrl: /t, scopes: { read: Reads. } }';
    const { document } = await reading(
      yaml(
        `paths: {}\ncomponents: { securitySchemes: { a: { type: oauth2, flows: { deviceAuthorization: ${flow} } } } }`,
        version,
      ),
    );
    expect(document.components?.securitySchemes?.a).toMatchObject({
      flows: { deviceAuthorization: { deviceAuthorizationUrl: '/d', scopes: { read: 'Reads.' } } },
    });
  });
});

describe('a mapping', () => {
  const mapped = (mapping: string): string =>
    yaml(
      `paths: {}\ncomponents: { schemas: { Cat: {}, A: { discriminator: { propertyName: kind, mapping: ${mapping} } } } }`,
    );

  test('may name schemas, and what it names that is none is left out', async () => {
    const { document, notes } = await reading(
      mapped('{ a: Cat, b: "#/components/schemas/Cat", c: Dog, d: "#/nothing", e: Cow }'),
    );
    expect(document.components?.schemas?.A?.discriminator?.mapping).toEqual({
      a: 'Cat',
      b: '#/components/schemas/Cat',
    });
    expect(notes).toEqual([
      expect.stringMatching(/mapping\/c: leads to no schema.*: `Dog`, `Cow`, `#\/nothing` \(3 times/),
    ]);
  });
});
