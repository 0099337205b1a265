import { readFile } from 'node:fs/promises';
import { describe, expect, it, test } from 'vitest';
import type { Schema, SchemaObject } from '../document/openapi-document.ts';
import type { FormShape } from './body-form.ts';
import { formOf } from './body-form.ts';
import { loadDocument } from '../document/load.ts';
import { listOperations } from '../model/operations.ts';
import { bundleOperation } from '../bundle/bundled-operation.ts';

const defs: Record<string, Schema> = {
  Tree: {
    type: 'object',
    required: ['name'],
    properties: { name: { type: 'string' }, children: { type: 'array', items: { $ref: '#/$defs/Tree' } } },
  },
  Card: {
    title: 'Card',
    type: 'object',
    required: ['type'],
    properties: { type: { const: 'card' }, number: { type: 'string' } },
  },
  Iban: { type: 'object', properties: { iban: { type: 'string' } } },
};
const form = (schema: SchemaObject) => formOf({ $defs: defs }, schema).shapes;

/** What a reader sees of a shape: kinds, nested as far as asked. */
function outline(shapes: FormShape[], index = 0, depth = 3): unknown {
  const shape = shapes[index];
  if (!shape || depth === 0) return '…';
  const inner = (at: number) => outline(shapes, at, depth - 1);
  if (shape.alternatives) return Object.fromEntries(shape.alternatives.map(({ name, shape: at }) => [name, inner(at)]));
  if (shape.kind === 'list') return shape.items?.map(inner);
  if (shape.kind !== 'object') return shape.kind;
  return Object.fromEntries([
    ...(shape.fields ?? []).map(({ name, shape: at }) => [name, inner(at)] as const),
    ...(shape.entries ?? []).map(({ pattern, shape: at }) => [`/${pattern}/`, inner(at)] as const),
  ]);
}

describe('formOf', () => {
  it('has a control for each kind of value', () => {
    const shapes = form({
      properties: {
        text: { type: 'string', format: 'email', maxLength: 9, description: 'An address to write to. More.' },
        count: { type: ['integer', 'null'], minimum: 2 },
        on: { type: 'boolean' },
        colour: { enum: ['red', null] },
        fixed: { const: 'x' },
        file: { type: 'string', format: 'binary' },
        grid: { type: 'array', items: { type: 'array', items: { type: 'number' } } },
        pair: { prefixItems: [{ type: 'string' }, { type: 'number' }] },
        secret: { type: 'string', readOnly: true },
      },
    });
    expect(outline(shapes, 0, 4)).toEqual({
      text: 'text',
      count: 'number',
      on: 'choice',
      colour: 'choice',
      fixed: 'choice',
      file: 'file',
      grid: [['number']],
      pair: ['text', 'number', expect.anything()],
    });
    expect(shapes.find(({ format }) => format === 'email')).toMatchObject({
      hint: 'An address to write to.',
      limits: 'at most 9 characters',
    });
    expect(shapes.find(({ minimum }) => minimum === 2)).toMatchObject({ nullable: true, type: 'integer' });
  });

  it('tells maps, patterns and closed objects apart', () => {
    expect(outline(form({ type: 'object', additionalProperties: { type: 'number' } }))).toEqual({ '//': 'number' });
    expect(
      outline(form({ type: 'object', patternProperties: { '^x-': { type: 'string' } }, additionalProperties: false })),
    ).toEqual({ '/^x-/': 'text' });
    expect(
      outline(form({ type: 'object', properties: { a: { type: 'string' } }, additionalProperties: false })),
    ).toEqual({ a: 'text' });
    expect(Object.keys(outline(form({ type: 'object' })) as object)).toEqual(['//']);
  });

  it('names the alternatives of a union as the document does', () => {
    const shapes = form({
      oneOf: [{ $ref: '#/$defs/Card' }, { $ref: '#/$defs/Iban' }, { type: 'null' }],
      discriminator: { propertyName: 'type', mapping: { card: '#/$defs/Card', bank: '#/$defs/Iban' } },
    });
    expect(shapes[0]).toMatchObject({
      kind: 'union',
      nullable: true,
      discriminator: 'type',
      alternatives: [
        { name: 'Card', values: ['card'] },
        { name: 'Iban', values: ['bank'] },
      ],
    });
  });

  it('is one choice where each value stands apart to be described', () => {
    const choice = (...oneOf: Schema[]) => form({ oneOf })[0];
    const live = { const: 'live', title: 'Live' };
    expect(choice(live, { enum: ['test', 1] })).toEqual({ kind: 'choice', choices: ['live', 'test', 1] });
    expect(choice(live, { const: 'off' }, { type: 'null' })).toMatchObject({
      kind: 'choice',
      choices: ['live', 'off'],
      nullable: true,
    });
    expect(choice(live, { type: 'integer' })).toMatchObject({ kind: 'union' });
  });

  it('holds what is common to all alternatives in each', () => {
    const shapes = form({
      properties: { id: { type: 'string' } },
      anyOf: [{ $ref: '#/$defs/Card' }, { $ref: '#/$defs/Iban' }],
    });
    expect(outline(shapes)).toEqual({
      Card: { id: 'text', type: 'choice', number: 'text' },
      Iban: { id: 'text', iban: 'text' },
    });
  });

  it('offers each type where there are several, and every kind of JSON where nothing is said', () => {
    expect(outline(form({ type: ['string', 'integer'] }))).toEqual({ Text: 'text', 'Whole number': 'number' });
    expect(Object.keys(outline(form({})) as object)).toEqual([
      'Text',
      'Number',
      'True or false',
      'List',
      'Object',
      'Null',
    ]);
  });

  it('ends for schemas that go on for ever', () => {
    expect(outline(form({ $ref: '#/$defs/Tree' }), 0, 3)).toEqual({
      name: 'text',
      children: [{ name: '…', children: '…' }],
    });
    const loop = {
      $defs: {
        A: { allOf: [{ $ref: '#/$defs/B' }], properties: { child: { $ref: '#/$defs/A' } } },
        B: { properties: { child: { $ref: '#/$defs/A' } } },
        Self: { oneOf: [{ $ref: '#/$defs/Self' }] },
      },
    };
    const { shapes } = formOf(loop, { $ref: '#/$defs/A' });
    expect(shapes.length).toBeLessThan(700);
    const ownAlternative = ({ alternatives }: FormShape, index: number) =>
      alternatives?.some(({ shape }) => shape === index);
    expect(shapes.filter(ownAlternative)).toEqual([]);
    expect(formOf(loop, { $ref: '#/$defs/Self' }).shapes.length).toBeGreaterThan(0);
  });
});

const documents = [
  'spec/openapi.yaml',
  'tests/reference/fixtures/constructs.yaml',
  '../shared/specs/petstore.yaml',
  '../shared/specs/museum.yaml',
  '../shared/specs/adyen-checkout.json',
  '../shared/specs/digitalocean.json',
];

test.for(documents)('every body of %s has a form whose parts exist', { timeout: 60_000 }, async (path, { skip }) => {
  if (
    await readFile(path).then(
      () => false,
      () => true,
    )
  )
    skip(`${path} is not here`);
  const document = await loadDocument(path);
  for (const operation of listOperations(document)) {
    const shapes = bundleOperation(document, operation).body?.content[0]?.form?.shapes ?? [];
    const used = shapes.flatMap(({ fields, entries, items, alternatives }) => [
      ...[...(fields ?? []), ...(entries ?? []), ...(alternatives ?? [])].map(({ shape }) => shape),
      ...(items ?? []),
    ]);
    expect(used.filter((index) => shapes[index] === undefined)).toEqual([]);
    expect(shapes.length).toBeLessThan(1000);
  }
});

test('a control has the first sentence of what is said, not too long, and the length only where one is set', () => {
  const hint = (description: string) => form({ type: 'string', description })[0];
  expect(hint('One.\n Two three four. Five.')).toMatchObject({ hint: 'One. Two three four.' });
  expect(hint('No end, e.g.this and that')).toMatchObject({ hint: 'No end, e.g.this and that' });
  expect(hint(`${'x'.repeat(159)}.`)).toMatchObject({ hint: `${'x'.repeat(159)}.` });
  expect(hint('x'.repeat(161))).toMatchObject({ hint: `${'x'.repeat(159)}…` });
  expect(hint('')).not.toHaveProperty('hint');
  expect(hint('a')).not.toHaveProperty('maxLength');
  expect(form({ type: 'string', maxLength: 0 })[0]).toMatchObject({ maxLength: 0 });
});
