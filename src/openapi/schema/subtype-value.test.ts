import { describe, expect, test } from 'vitest';
import type { OpenApiDocument, Schema, SchemaObject } from '../document/openapi-document.ts';
import { madeExample } from './example.ts';
import { SchemaViews } from './schema-views.ts';

const ref = (name: string): SchemaObject => ({ $ref: `#/components/schemas/${name}` });
const text: SchemaObject = { type: 'string' };

function petsWith(kind: SchemaObject, mapping?: Record<string, string>, more?: SchemaObject): OpenApiDocument {
  const discriminator = { propertyName: 'kind', ...(mapping && { mapping }) };
  const schemas: Record<string, SchemaObject> = {
    Pet: { type: 'object', required: ['kind'], properties: { kind }, discriminator, ...more },
    Cat: { allOf: [ref('Pet')] },
    Lion: { allOf: [ref('Cat')] },
    Own: { allOf: [ref('Pet')], example: { kind: 'mine' } },
  };
  return { openapi: '3.1.0', info: { title: 'Test', version: '1' }, components: { schemas } };
}

describe('an example of a subtype has the value that the discriminator gives to it', () => {
  const mapped = petsWith(text, { cat: 'Cat', tom: 'Cat' });

  test.each<[string, OpenApiDocument, Schema, unknown]>([
    ['by its mapping', mapped, ref('Cat'), { kind: 'cat' }],
    ['by its name, where the mapping does not tell it', mapped, ref('Lion'), { kind: 'Lion' }],
    ['by its name, where there is no mapping', petsWith(text), ref('Cat'), { kind: 'Cat' }],
    ['in what holds it', mapped, { type: 'array', items: ref('Cat') }, [{ kind: 'cat' }]],
    ['with texts beside it', mapped, { ...ref('Cat'), description: 'A cat' }, { kind: 'cat' }],
    ['as an alternative', mapped, { oneOf: [ref('Cat'), { type: 'integer' }] }, { kind: 'cat' }],
    ['for another example of the property', petsWith({ ...text, example: 'dog' }), ref('Cat'), { kind: 'Cat' }],
    ['for that of its base', petsWith(text, undefined, { example: { kind: 'dog' } }), ref('Cat'), { kind: 'Cat' }],
    [
      'as any of its base, with texts beside it',
      mapped,
      { description: 'A pet', allOf: [ref('Pet')] },
      { kind: 'cat' },
    ],
    ['unless its own example says another', mapped, ref('Own'), { kind: 'mine' }],
    ['unless the property does not allow it', petsWith({ enum: ['CAT'] }), ref('Cat'), { kind: 'CAT' }],
  ])('%s', (_, document, schema, expected) => {
    expect(madeExample(document, schema, 'response')).toEqual({ value: expected, isFit: true });
  });
});

describe('the members of an alternative have only the values of the discriminator that choose it', () => {
  const kinds = (document: OpenApiDocument, schema: Schema): unknown => {
    const view = new SchemaViews(document, (one) => one).body(schema, 'response');
    const variants = view?.kind === 'members' ? (view.unions[0]?.variants ?? []) : [];
    return Object.fromEntries(
      variants.map(({ name, nested }) => {
        const value = nested?.kind === 'members' ? nested.fields.find((one) => one.name === 'kind')?.value : undefined;
        return [name, value && [...value.constraints, ...value.values].map((one) => one.value)];
      }),
    );
  };
  const allowed = ['c', 'tom', 'Lion'];

  test('of a base, mapped or not', () => {
    const kind = { ...text, enum: allowed };
    const others = { Cat: allowed, Own: allowed };
    expect(kinds(petsWith({ ...kind, default: 'c' }, { c: 'Lion' }), ref('Pet'))).toMatchObject({ Lion: ['c'] });
    expect(kinds(petsWith(kind), ref('Pet'))).toEqual({ ...others, Lion: ['Lion'] });
  });

  test('of a union, where several choose it too', () => {
    const discriminator = { propertyName: 'kind', mapping: { c: 'Own', tom: 'Own' } };
    const document = petsWith({ ...text, enum: allowed });
    expect(kinds(document, { oneOf: [ref('Own'), ref('Lion')], discriminator })).toEqual({
      Own: ['c', 'tom'],
      Lion: ['Lion'],
    });
  });
});
