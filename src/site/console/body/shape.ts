/** What a form needs to know of a schema: which control suits it, between which alternatives a reader may choose. */
import type { Schema, SchemaObject, SchemaRoot } from '../../../openapi/document.ts';
import { fieldsOf, flatten, isNullable, typesOf } from '../../../openapi/schema.ts';
import { unionOf } from '../../../openapi/union.ts';

export type Kind = 'text' | 'number' | 'choice' | 'file' | 'object' | 'list';

export interface Shape {
  /** The schema without references and unions, its texts included. */
  flat: SchemaObject;
  nullable: boolean;
  /** Set where there is one way to write the value. */
  kind?: Kind;
  /** Ways to write the value, set where there are several. */
  alternatives?: Alternative[];
  /** Member that tells which alternative a value is. */
  discriminator?: string | undefined;
}

export interface Alternative {
  name: string;
  schema: Schema;
  /** Values of the discriminator that choose it. */
  values: string[];
}

/** Any value: the kinds of JSON, by the names that readers of a form understand. */
const anything: Alternative[] = [
  ['Text', 'string'],
  ['Number', 'number'],
  ['True or false', 'boolean'],
  ['List', 'array'],
  ['Object', 'object'],
].map(([name = '', type = '']) => ({ name, schema: { type }, values: [] }));

const shapes = new WeakMap<SchemaRoot, Map<Schema, Shape>>();

/** The shape of a schema. The same schema object gives the same shape. */
export function shapeOf(root: SchemaRoot, schema: Schema): Shape {
  const known = shapes.get(root) ?? new Map<Schema, Shape>();
  shapes.set(root, known);
  const found = known.get(schema);
  if (found) return found;
  // Stands in while the schema is read: one that is nothing but itself is anything.
  known.set(schema, { flat: {}, nullable: true, alternatives: anything });
  const shape = makeShape(root, schema);
  known.set(schema, shape);
  return shape;
}

function makeShape(root: SchemaRoot, schema: Schema): Shape {
  const flat = flatten(root, schema);
  const nullable = isNullable(root, schema);
  const union = unionOf(root, schema);
  if (union) {
    const base = withoutUnion(flat);
    const alternatives = union.variants.map((variant) => ({ ...variant, schema: both(base, variant.schema) }));
    const [only] = alternatives;
    if (only && alternatives.length === 1) {
      const { description, title } = flat;
      const inner = shapeOf(root, only.schema);
      const texts = { ...(title && { title }), ...(description && { description }) };
      return { ...inner, nullable: nullable || inner.nullable, flat: { ...inner.flat, ...texts } };
    }
    return { flat, nullable, alternatives, discriminator: union.discriminator };
  }
  if (flat.enum || flat.const !== undefined) return { flat, nullable, kind: 'choice' };
  const types = typesOf(flat);
  const [type] = types;
  if (type !== undefined && types.length === 1) return { flat, nullable, kind: kindOf(flat, type) };
  if (type === undefined) {
    const nothing = flat.type === 'null';
    return nothing ? { flat, nullable, kind: 'choice' } : { flat, nullable: true, alternatives: anything };
  }
  const alternatives = types.map((name) => ({ name: nameOf(name), schema: { ...flat, type: name }, values: [] }));
  return { flat, nullable, alternatives };
}

function kindOf(flat: SchemaObject, type: string): Kind {
  if (type === 'object') return 'object';
  if (type === 'array') return 'list';
  if (type === 'boolean') return 'choice';
  if (type !== 'string') return 'number';
  return isFile(flat) ? 'file' : 'text';
}

/** Bytes that a form carries beside its texts. */
export function isFile({ format, contentMediaType, contentEncoding }: SchemaObject): boolean {
  return format === 'binary' || (contentMediaType !== undefined && contentEncoding === undefined);
}

function nameOf(type: string): string {
  const name = anything.find(({ schema }) => (schema as SchemaObject).type === type)?.name;
  return name ?? (type === 'integer' ? 'Whole number' : type);
}

/** What holds besides the alternatives, if anything does. */
function withoutUnion(flat: SchemaObject): SchemaObject | undefined {
  const { oneOf: _, anyOf: __, discriminator: ___, title: ____, description: _____, ...rest } = flat;
  const { properties, required, additionalProperties, allOf } = rest;
  return properties || required || additionalProperties || allOf ? rest : undefined;
}

function both(base: SchemaObject | undefined, variant: Schema): Schema {
  return base === undefined ? variant : { allOf: [base, variant] };
}

/** The values of a choice in the order of the document. */
export function choicesOf({ flat, nullable }: Shape): unknown[] {
  const values = flat.const !== undefined ? [flat.const] : (flat.enum ?? (flat.type === 'null' ? [] : [true, false]));
  return nullable && !values.includes(null) ? [...values, null] : values;
}

/** JSON to start from where a value is added: as empty as the schema allows, with what can only be one thing. */
export function blankOf(root: SchemaRoot, schema: Schema, values: string[] = [], discriminator?: string): string {
  const shape = shapeOf(root, schema);
  const [first] = shape.alternatives ?? [];
  if (first) return blankOf(root, first.schema, first.values, shape.discriminator);
  if (shape.kind === 'choice') return JSON.stringify(shape.flat.default ?? choicesOf(shape)[0] ?? null);
  if (shape.kind === 'number') return JSON.stringify(shape.flat.default ?? shape.flat.minimum ?? 0);
  if (shape.kind === 'list') return '[]';
  if (shape.kind !== 'object') return '""';
  const fixed = fieldsOf(root, shape.flat, 'request').flatMap(
    ({ name, required, schema: member }): [string, unknown][] => {
      const { flat, kind } = shapeOf(root, member);
      if (name === discriminator && values[0] !== undefined) return [[name, values[0]]];
      if (!required || kind !== 'choice') return [];
      if (flat.const !== undefined) return [[name, flat.const]];
      return flat.enum?.length === 1 ? [[name, flat.enum[0]]] : [];
    },
  );
  const entries = new Map(
    discriminator !== undefined && values[0] !== undefined ? [[discriminator, values[0]], ...fixed] : fixed,
  );
  return JSON.stringify(Object.fromEntries(entries));
}
