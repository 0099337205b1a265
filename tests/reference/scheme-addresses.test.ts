import { describe, expect, test } from 'vitest';
import { bundleOperation } from '../../src/openapi/bundle/bundled-operation.ts';
import { listOperations } from '../../src/openapi/model/operations.ts';
import { asking, AUTH, OK, reading, requirements, SELF } from './scheme-documents.ts';
import { refusalOf, writeDocument } from './write-document.ts';
import type { Files } from './write-document.ts';

describe('a security requirement names a scheme by its address', () => {
  test.each([
    ['in the document', '"#/components/securitySchemes/key": []'],
    ['at the address of the document', `"${SELF}#/components/securitySchemes/key": []`],
    ['at its address, from its own', '"api.yaml#/components/securitySchemes/key": []'],
  ])('%s', async (_, security) => {
    const { document, notes } = await reading(asking(`{ ${security} }`, undefined, `$self: ${SELF}`));
    expect(requirements(document)).toEqual([{ key: [] }]);
    expect(Object.keys(document.components?.securitySchemes ?? {})).toEqual(['key']);
    expect(notes).toEqual([]);
  });

  test.each([
    ['"auth/schemes.yaml#/Token": []', 'Token', { type: 'http', scheme: 'Bearer', description: 'Ours.' }],
    ['"./auth/schemes.yaml#/Again": []', 'Again', { type: 'http', scheme: 'Bearer', description: 'Ours.' }],
    ['"auth/schemes.yaml#/key": []', 'key_2', { type: 'apiKey', in: 'query', name: 'k' }],
    ['"auth/schemes.yaml#/a%7E1b%20%25": []', 'ab', { type: 'http', scheme: 'digest' }],
    ['"./whole.yaml": []', 'whole', { type: 'mutualTLS' }],
    ['whole.yaml: []', 'whole', { type: 'mutualTLS' }],
    ['"./key.yaml": []', 'key_2', { type: 'http' }],
    ['"https://example.com/v1/auth/schemes.yaml#/Token": []', 'Token', { type: 'http' }],
  ])('in another file: %s', async (security, name, scheme) => {
    const text = asking(`{ ${security} }`, undefined, `$self: ${SELF}`);
    const { document, notes } = await reading(text, {
      ...AUTH,
      'whole.yaml': 'type: mutualTLS',
      'key.yaml': 'type: http',
    });
    expect(requirements(document)).toEqual([{ [name]: [] }]);
    expect(document.components?.securitySchemes).toMatchObject({ key: { in: 'header' }, [name]: scheme });
    expect(notes).toEqual([]);
    const [operation = expect.unreachable()] = listOperations(document);
    expect(bundleOperation(document, operation).security).toMatchObject([[{ id: name, type: scheme.type }]]);
  });

  test('of a path in another file, from there, and once, whatever leads to it', async () => {
    const text = `openapi: 3.2.0
info: { title: T, version: "1" }
security: [{ "auth/schemes.yaml#/Again": [a], "auth/schemes.yaml#/Token": [b] }, {}]
paths: { /a: { $ref: 'auth/path.yaml' } }`;
    const path = `get: { security: [{ 'schemes.yaml#/Token': [] }, { '#/x-own': [] }], responses: ${OK} }\nx-own: { type: mutualTLS }`;
    const { document } = await reading(text, { ...AUTH, 'auth/path.yaml': path });
    expect(document.security).toEqual([{ Again: ['a', 'b'] }, {}]);
    expect(requirements(document)).toEqual([{ Again: [] }, { 'x-own': [] }]);
    expect(document.components?.securitySchemes).toEqual({
      Again: { type: 'http', scheme: 'Bearer', description: 'Ours.' },
      'x-own': { type: 'mutualTLS' },
    });
  });

  test('that a component refers to already: it is that component', async () => {
    const components = "{ token: { $ref: 'auth/schemes.yaml#/Token' } }";
    const { document } = await reading(asking('{ "auth/schemes.yaml#/Token": [] }', components), AUTH);
    expect(requirements(document)).toEqual([{ token: [] }]);
    expect(Object.keys(document.components?.securitySchemes ?? {})).toEqual(['token']);
  });

  test('and what it leads to is read as leniently as a component', async () => {
    const { document, notes } = await reading(
      asking('{ "auth/schemes.yaml#/components/securitySchemes/o~12": [] }'),
      AUTH,
    );
    expect(document.components?.securitySchemes?.['o2']).toEqual({
      type: 'oauth2',
      flows: { implicit: { authorizationUrl: '/a', scopes: {} } },
    });
    expect(notes).toEqual([
      expect.stringMatching(
        /auth\/schemes\.yaml:5 at #\/components\/securitySchemes\/o~12\/flows\/implicit: has no `scopes`$/,
      ),
    ]);
  });

  describe('beside the components of its own document', () => {
    const own = (more: string, version = '3.2.0'): string => `openapi: ${version}
info: { title: T, version: "1" }
paths: { /a: { get: { operationId: a, security: [{ ADDRESS: [] }], responses: ${OK} } } }
x-own: ${more}`;
    const schemeAt = async (address: string, text: string, others: Files = {}) => {
      const { document, notes } = await reading(text.replace('ADDRESS', JSON.stringify(address)), others);
      const [operation = expect.unreachable()] = listOperations(document);
      const [[known] = []] = bundleOperation(document, operation).security;
      return { document, notes, scheme: document.components?.securitySchemes?.[known?.id ?? ''] };
    };

    test.each(['#/x-own', 'api.yaml#/x-own', './api.yaml#/x-own'])('at %s', async (address) => {
      const { document, notes, scheme } = await schemeAt(address, own('{ type: mutualTLS }'));
      expect(requirements(document)).toEqual([{ 'x-own': [] }]);
      expect(scheme).toEqual({ type: 'mutualTLS' });
      expect(notes).toEqual([]);
    });

    test('in a document of 3.1, which is told', async () => {
      const { document, notes, scheme } = await schemeAt('#/x-own', own('{ type: mutualTLS }', '3.1.0'));
      expect(requirements(document)).toEqual([{ 'x-own': [] }]);
      expect(scheme).toEqual({ type: 'mutualTLS' });
      expect(notes).toEqual([expect.stringMatching(/read as 3\.2 means them: `#\/x-own`$/)]);
    });

    test.each([
      ['#/x-own/a', "{ a: { $ref: '#/x-own/b', description: Ours. }, b: { type: mutualTLS } }"],
      ['#/x-own', "{ $ref: 'more.yaml#/there', description: Ours. }"],
      ['more.yaml#/back', '{ type: mutualTLS, description: Ours. }'],
      ['#/x-own/a', "{ a: { $ref: 'more.yaml#/on' }, b: { type: mutualTLS, description: Ours. } }"],
      ['#/components/x-more/a', '{}\ncomponents: { x-more: { a: { type: mutualTLS, description: Ours. } } }'],
    ])('over further references, from %s of %s', async (address, more) => {
      const others = `there: { type: mutualTLS }
back: { $ref: 'api.yaml#/x-own' }
on: { $ref: 'api.yaml#/x-own/b' }`;
      const { notes, scheme } = await schemeAt(address, own(more), { 'more.yaml': others });
      expect(scheme).toEqual({ type: 'mutualTLS', description: 'Ours.' });
      expect(notes).toEqual([]);
    });

    test('read as leniently as a component, and told of at its place', async () => {
      const more = '{ type: oauth2, deprecated: "true", flows: { implicit: { authorizationUrl: /a } } }';
      const { notes, scheme } = await schemeAt('#/x-own', own(more));
      expect(scheme).toEqual({
        type: 'oauth2',
        deprecated: true,
        flows: { implicit: { authorizationUrl: '/a', scopes: {} } },
      });
      expect(notes).toEqual([
        expect.stringMatching(/api\.yaml:4 at #\/x-own\/deprecated: is a text where true or false belongs$/),
        expect.stringMatching(/api\.yaml:4 at #\/x-own\/flows\/implicit: has no `scopes`$/),
      ]);
    });
  });
});

test('a document of an older version may do so: that is told', async () => {
  const text = asking('{ "#/components/securitySchemes/key": [] }').replace('3.2.0', '3.1.0');
  const { document, notes } = await reading(text);
  expect(requirements(document)).toEqual([{ key: [] }]);
  expect(notes).toEqual([
    expect.stringContaining('words of OpenAPI 3.2 in a document of 3.1 are read as 3.2 means them'),
  ]);
});

describe('an address that leads to no scheme is refused in one line', () => {
  test.each([
    ['#/components/securitySchemes/gone', 'there is nothing'],
    ['auth/schemes.yaml#/components', 'there is no security scheme'],
    ['auth/gone.yaml#/a', 'ENOENT'],
    ['#components', 'there is nothing'],
    ['./key', 'ENOENT'],
    ['https://other.example/api.yaml#/a', 'only files of this machine are read'],
    ['../outside.yaml#/a', 'ENOENT'],
  ])('%s', async (address, reason) => {
    const line = await refusalOf(await writeDocument({ 'api.yaml': asking(`{ "${address}": [] }`), ...AUTH }));
    const pointer = `#/paths/~1a/get/security/0/${address.replaceAll('/', '~1')}`;
    expect(line).toContain(`api.yaml:4 at ${pointer}: Can't resolve the security scheme "${address}": `);
    expect(line).toContain(reason);
    expect(line).toMatch(/without this, 0 of 1 operations could be shown$/);
  });

  test('as it is written, where the document has an address of its own', async () => {
    const text = asking(`{ "${SELF}#/gone": [] }`, undefined, `$self: ${SELF}`);
    expect(await refusalOf(await writeDocument({ 'api.yaml': text }))).toContain(
      `Can't resolve the security scheme "${SELF}#/gone": there is nothing`,
    );
  });

  test('a circle, too', async () => {
    const text = asking('{ "a.yaml#/a": [] }');
    const file = await writeDocument({
      'api.yaml': text,
      'a.yaml': "a: { $ref: 'b.yaml#/b' }",
      'b.yaml': "b: { $ref: 'a.yaml#/a' }",
    });
    expect(await refusalOf(file)).toContain('"a.yaml#/a": it leads back to itself');
  });
});
