import { describe, expect, test } from 'vitest';
import { read, refusalOf, writeDocument } from './write-document.ts';
import type { Files } from './write-document.ts';

const OK = '{ "200": { description: ok } }';

function yaml(rest: string, version = '3.2.0'): string {
  return `openapi: ${version}\ninfo: { title: T, version: "1" }\n${rest}`;
}

const reading = async (text: string, others: Files = {}) => read(await writeDocument({ 'api.yaml': text, ...others }));

/** Each word that 3.2 added, where it belongs. */
const WORDS = `$self: https://example.com/api.yaml
servers: [{ url: /, name: main }]
tags: [{ name: a, summary: A, kind: nav }, { name: b, parent: a }]
paths:
  /a:
    query: { responses: ${OK} }
    additionalOperations: { COPY: { responses: ${OK} } }
    get:
      parameters: [{ name: q, in: querystring, content: { text/plain: {} } }, { name: c, in: cookie, style: cookie, schema: {} }]
      requestBody:
        content:
          multipart/mixed:
            itemSchema: {}
            prefixEncoding: [{ contentType: text/plain }]
            itemEncoding: { contentType: application/json, itemEncoding: {} }
      responses: { "200": { summary: Fine, description: ok, content: { text/plain: { $ref: '#/components/mediaTypes/Text' } } } }
components:
  mediaTypes: { Text: { examples: { a: { dataValue: 1, serializedValue: "1" } } } }
  schemas:
    A: { type: object, discriminator: { propertyName: k, defaultMapping: A }, properties: { k: { xml: { nodeType: attribute } } } }
  securitySchemes:
    o: { type: oauth2, deprecated: true, oauth2MetadataUrl: /m, flows: { deviceAuthorization: { deviceAuthorizationUrl: /d, tokenUrl: /t, scopes: {} } } }`;

describe('a document of OpenAPI 3.2', () => {
  test('is read as such, and nothing is said of what is new in it', async () => {
    const { document, notes } = await reading(yaml(WORDS));
    expect(document.openapi).toBe('3.2.0');
    expect(notes).toEqual([]);
    expect(document.paths?.['/a']).toMatchObject({ query: {}, additionalOperations: { COPY: {} } });
  });

  test.each(['3.0.3', '3.1.0'])('may call itself %s: that is told in one line', async (version) => {
    const { document, notes } = await reading(yaml(WORDS, version));
    expect(document.paths?.['/a']).toMatchObject({ query: {}, additionalOperations: { COPY: {} } });
    expect(notes).toEqual([
      expect.stringMatching(
        new RegExp(
          `api\\.yaml:\\d+ at #/\\S+: words of OpenAPI 3\\.2 in a document of ${version.slice(0, 3).replace('.', '\\.')} are read as 3\\.2 means them: (?:\`[\\w$]+\`, ){5}\`[\\w$]+\` and \\d+ more \\(\\d+ times; this is the first\\)$`,
        ),
      ),
    ]);
  });

  test('is read leniently in its new parts, too', async () => {
    const { document, notes } = await reading(
      yaml(
        `paths:
  /a: { query: { responses: ${OK}, deprecated: "true" } }
components:
  schemas: { A: { discriminator: { propertyName: k, defaultMapping: Gone } }, B: { discriminator: { propertyName: k, defaultMapping: "#/nothing" } } }
  mediaTypes: { Text: }`,
      ),
    );
    expect(document.paths?.['/a']?.query?.deprecated).toBe(true);
    expect(document.components?.schemas).toEqual({
      A: { discriminator: { propertyName: 'k' } },
      B: { discriminator: { propertyName: 'k' } },
    });
    expect(document.components?.mediaTypes).toEqual({ Text: {} });
    expect(notes.map((line) => line.replace(/^\S+ at /, ''))).toEqual([
      expect.stringContaining('#/paths/~1a/query/deprecated: is a text where true or false belongs'),
      expect.stringMatching(/defaultMapping: leads to no schema.*`Gone`, `#\/nothing`/),
      expect.stringContaining('#/components/mediaTypes/Text: has no value (null), and is read as empty'),
    ]);
  });

  test.each([
    [
      'an operation that is a list',
      'paths: { /a: { query: [1] } }',
      /:3 at #\/paths\/~1a\/query: `query` must be an object, not a list/,
    ],
    [
      'additional operations that are a list',
      'paths: { /a: { additionalOperations: [1] } }',
      /:3 at #\/paths\/~1a\/additionalOperations: .*must be an object/,
    ],
    [
      'an item that leads nowhere',
      `paths: { /a: { get: { parameters: [{ $ref: '#/components/parameters/Q' }], responses: ${OK} }, query: { responses: ${OK} }, additionalOperations: { COPY: { requestBody: { $ref: '#/gone' } } } } }`,
      /at #\/paths\/~1a\/get\/parameters\/0: Can't resolve .*; without this and 1 more such part, 1 of 3 operations could be shown/,
    ],
  ])('is refused with its place for %s', async (_, rest, message) => {
    expect(await refusalOf(await writeDocument({ 'api.yaml': yaml(rest) }))).toMatch(message);
  });

  test('has each method once, and none that cannot be sent', async () => {
    const { document, notes } = await reading(
      yaml(
        `paths: { /a: { get: { responses: ${OK} }, additionalOperations: { GET: {}, post: { summary: P }, "NO METHOD": {}, Copy: {} } } }`,
      ),
    );
    expect(document.paths?.['/a']).toEqual({
      get: { responses: { 200: { description: 'ok' } } },
      post: { summary: 'P' },
      additionalOperations: { Copy: {} },
    });
    expect(notes.map((line) => line.replace(/^\S+ at /, ''))).toEqual([
      '#/paths/~1a/additionalOperations/GET: is an operation that the path has already, and is left out: `GET`',
      '#/paths/~1a/additionalOperations/post: is an operation with a member of its own, and is read as that: `post`',
      '#/paths/~1a/additionalOperations/NO METHOD: is no method of HTTP, and is left out: `NO METHOD`',
    ]);
  });

  test('that is newer than 3.2 is refused', async () => {
    expect(await refusalOf(await writeDocument({ 'api.yaml': yaml('paths: {}', '3.3.0') }))).toMatch(
      /api\.yaml:1 at #\/openapi: this is openapi 3\.3\.0; only OpenAPI 3\.0, 3\.1 and 3\.2 are supported/,
    );
  });
});

describe('a document that says where it stands', () => {
  const referring = (ref: string, self = 'https://example.com/v1/api.yaml'): string =>
    yaml(
      `$self: ${self}\npaths: {}\ncomponents: { schemas: { A: { items: { $ref: '${ref}' } }, B: { type: integer }, C: { $id: 'https://other.example/c', items: { $ref: '#/components/schemas/B' } } } }`,
    );
  const items = async (text: string, others: Files = {}) =>
    (await reading(text, others)).document.components?.schemas?.A?.items;

  test.each([
    ['https://example.com/v1/api.yaml#/components/schemas/B', 'https://example.com/v1/api.yaml'],
    ['api.yaml#/components/schemas/B', 'https://example.com/v1/api.yaml'],
    ['/v1/api.yaml#/components/schemas/B', 'https://example.com/v1/api.yaml'],
    ['#/components/schemas/B', 'https://example.com/v1/api.yaml'],
    ['https://example.com/v1/api#/components/schemas/B', 'https://example.com/v1/api#fragment'],
    ['urn:example:api#/components/schemas/B', 'urn:example:api'],
  ])('may refer to itself as %s', async (ref, self) => {
    expect(await items(referring(ref, self))).toEqual({ $ref: '#/components/schemas/B' });
  });

  test.each(['https://example.com/v1/parts/d.yaml#/D', 'parts/d.yaml#/D', '/v1/parts/d.yaml#/D'])(
    'may refer to a neighbour as %s',
    async (ref) => {
      expect(await items(referring(ref), { 'parts/d.yaml': 'D: { type: string }' })).toEqual({
        $ref: '#/components/schemas/D',
      });
    },
  );

  test('may name a schema in a mapping by its address', async () => {
    const { document, notes } = await reading(
      yaml(`$self: https://example.com/api.yaml
paths: {}
components:
  schemas:
    A: { discriminator: { propertyName: k, mapping: { b: 'https://example.com/api.yaml#/components/schemas/B' }, defaultMapping: 'https://example.com/api.yaml#/components/schemas/C' } }
    B: {}
    C: {}`),
    );
    expect(document.components?.schemas?.A?.discriminator).toEqual({
      propertyName: 'k',
      mapping: { b: '#/components/schemas/B' },
      defaultMapping: '#/components/schemas/C',
    });
    expect(notes).toEqual([]);
  });

  test('asks nothing of the network all the same, and is refused with the place and what to do', async () => {
    const text = referring('https://other.example/v1/api.yaml#/B');
    expect(await refusalOf(await writeDocument({ 'api.yaml': text }))).toMatch(
      /api\.yaml:5 at #\/components\/schemas\/A\/items: Can't resolve \$ref "https:\/\/other\.example\/v1\/api\.yaml#\/B": only files of this machine are read, no addresses: save it in the folder of the document, and refer to that file; without this/,
    );
  });
});
