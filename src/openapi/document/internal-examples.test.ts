import { describe, expect, test } from 'vitest';
import { withoutInternal } from './internal.ts';
import type { ExampleObject, OpenApiDocument, ResponseObject } from './openapi-document.ts';

const internal = { 'x-internal': true };
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const user = { type: 'object', properties: { name: {}, risk: { type: 'integer', ...internal } } };
const schemas = {
  User: user,
  Alias: ref('User'),
  Hidden: { ...internal, properties: { risk: {} } },
  Secret: ref('Hidden'),
  Public: { properties: { risk: { type: 'integer' } } },
  Animal: { properties: { kind: {} }, discriminator: { propertyName: 'kind', mapping: { robot: 'Robot' } } },
  Cat: { allOf: [ref('Animal'), { properties: { risk: internal } }] },
  Robot: { properties: { serial: internal } },
  Loop: { allOf: [ref('Loop'), ref('User')] },
};

/** What is left of a media type. */
function left(mediaType: object): unknown {
  const document = {
    openapi: '3.1.0',
    info: { title: 'T', version: '1' },
    components: {
      schemas,
      examples: { One: { value: { name: 'a', risk: 1 } } },
      responses: { default: { content: { 'application/json': mediaType } } },
    },
  } as unknown as OpenApiDocument;
  const { responses, examples } = withoutInternal(document).components ?? {};
  const { content } = responses?.['default'] as ResponseObject;
  return { ...content?.['application/json'], component: (examples?.['One'] as ExampleObject).value };
}

describe('of an example is left out what its schema hides', () => {
  test.each<[string, object, unknown, unknown]>([
    ['a member', user, { name: 'a', risk: 1 }, { name: 'a' }],
    ['through references', ref('Alias'), { name: 'a', risk: 1 }, { name: 'a' }],
    ['that is a reference', { properties: { a: ref('Secret') } }, { a: { risk: 1 }, b: 2 }, { b: 2 }],
    ['in a member', { properties: { user: ref('User') } }, { user: { risk: 1 } }, { user: {} }],
    ['in items', { items: ref('User') }, [{ risk: 1 }, { name: 'b' }], [{}, { name: 'b' }]],
    ['an item of a tuple', { prefixItems: [internal, {}] }, [1, 2, 3], [2, 3]],
    ['in values', { additionalProperties: ref('User') }, { a: { risk: 1 } }, { a: {} }],
    ['values', { additionalProperties: internal, properties: { a: {} } }, { a: 1, b: 2 }, { a: 1 }],
    ['in what it includes', { allOf: [ref('User'), {}] }, { name: 'a', risk: 1 }, { name: 'a' }],
    ['what it includes', { allOf: [ref('Secret'), {}] }, { name: 'a', risk: 1 }, { name: 'a' }],
    ['in an alternative', { anyOf: [{ oneOf: [ref('User')] }, {}] }, { risk: 1 }, {}],
    ['in a subtype', ref('Animal'), { kind: 'Cat', risk: 1, serial: 2 }, { kind: 'Cat' }],
    ['where it includes itself', ref('Loop'), { risk: 1 }, {}],
    ['but not what another one shows', { oneOf: [ref('Secret'), ref('Public')] }, { risk: 1 }, { risk: 1 }],
    ['but not what is not told', {}, { risk: [1, { risk: null }] }, { risk: [1, { risk: null }] }],
  ])('%s', (_, schema, example, expected) => {
    expect(left({ schema, example })).toMatchObject({ example: expected });
    expect(left({ schema: { ...schema, default: example, examples: [example] } })).toMatchObject({
      schema: { default: expected, examples: [expected] },
    });
  });

  test('where it has a name, and where it is a component', () => {
    const examples = { a: { value: { risk: 1 } }, b: { $ref: '#/components/examples/One' } };
    expect(left({ schema: ref('User'), examples })).toMatchObject({
      examples: { a: { value: {} } },
      component: { name: 'a' },
    });
  });

  test('of items that follow each other', () => {
    expect(left({ itemSchema: ref('User'), example: [{ risk: 1 }] })).toMatchObject({ example: [{}] });
  });

  test('with all of it, where the schema is hidden', () => {
    expect(left({ schema: ref('Secret'), example: { risk: 1 } })).toEqual({ component: { name: 'a', risk: 1 } });
  });
});
