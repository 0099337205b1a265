import { describe, expect, test } from 'vitest';
import { asking, AUTH, OK, reading, requirements, SELF } from './scheme-documents.ts';

describe('a scheme may have a name that objects have by nature', () => {
  const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];

  test.each(NAMES)('at the address of %s', async (name) => {
    const text = asking(`{ "named.yaml#/${name}": [] }`);
    const { document, notes } = await reading(text, { 'named.yaml': `${name}: { type: mutualTLS }` });
    const { securitySchemes = {} } = document.components ?? {};
    expect(requirements(document)).toEqual([{ [`${name}_2`]: [] }]);
    expect(Object.keys(securitySchemes)).toEqual(['key', `${name}_2`]);
    expect(securitySchemes[`${name}_2`]).toEqual({ type: 'mutualTLS' });
    expect(notes).toEqual([]);
  });

  test.each(NAMES)('beside the component %s', async (name) => {
    const text = asking(`{ ${name}: [a], "auth/schemes.yaml#/Token": [] }`, `{ ${name}: { type: mutualTLS } }`);
    const { document } = await reading(text, AUTH);
    const asked = Object.entries(requirements(document)?.[0] ?? {});
    expect(asked).toEqual([
      [name, ['a']],
      ['Token', []],
    ]);
    expect(Object.keys(document.components?.securitySchemes ?? {})).toEqual([name, 'Token']);
  });
});

describe('the name of a component wins over an address of the same text', () => {
  test.each([
    ['#/a:b', ''],
    ['key.json', ''],
    ['key.json', `$self: ${SELF}`],
    ['auth/schemes.yaml#/Token', `$self: ${SELF}`],
    [SELF, `$self: ${SELF}`],
    [`${SELF}#/components/securitySchemes/other`, `$self: ${SELF}`],
  ])('%s %s', async (name, self) => {
    const components = `{ other: { type: http }, "${name}": { type: mutualTLS } }`;
    const { document, notes } = await reading(asking(`{ "${name}": [], unknown: [] }`, components, self), AUTH);
    expect(requirements(document)).toEqual([{ [name]: [], unknown: [] }]);
    expect(Object.keys(document.components?.securitySchemes ?? {})).toEqual(['other', name]);
    expect(notes.filter((line) => /resolve/.test(line))).toEqual([]);
  });

  test('in a file with an address of its own, too', async () => {
    const text = `openapi: 3.2.0
info: { title: T, version: "1" }
paths: { /a: { $ref: 'more/paths.yaml#/a' } }
components: { securitySchemes: { key.json: { type: mutualTLS } } }`;
    const paths = `$self: https://example.com/more/paths.yaml
own: { type: http }
a: { get: { security: [{ key.json: [] }, { 'https://example.com/more/paths.yaml#/own': [] }], responses: ${OK} } }`;
    const { document } = await reading(text, { 'more/paths.yaml': paths });
    expect(requirements(document)).toEqual([{ 'key.json': [] }, { own: [] }]);
  });

  test('and has to be told apart from that by its folder', async () => {
    const text = asking('{ "./key.json": [] }', '{ key.json: { type: mutualTLS } }', `$self: ${SELF}`);
    const { document } = await reading(text, { 'key.json': '{ "type": "http" }' });
    expect(requirements(document)).toEqual([{ key: [] }]);
    expect(document.components?.securitySchemes?.['key']).toEqual({ type: 'http' });
  });
});

test.each([
  ['shop:auth', ''],
  ['shop/auth.yaml', ''],
  ['shop/auth.yaml', `$self: ${SELF}`],
  [`${SELF}#/gone`, `$self: ${SELF}`],
])('in a document of an older version, a name may look like an address: %s %s', async (name, self) => {
  const { document, notes } = await reading(asking(`{ "${name}": [] }`, undefined, self).replace('3.2.0', '3.1.0'));
  expect(requirements(document)).toEqual([{ [name]: [] }]);
  expect(notes.filter((line) => !/`\$self`$/.test(line))).toEqual([
    expect.stringMatching(/is no security scheme that the document declares, and is shown by its name alone/),
  ]);
});
