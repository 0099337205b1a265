/**
 * Describes a form for a schema: which control suits each value, between which alternatives one may choose. Made at
 * build time, so that a page that shows the form need not understand schemas.
 */
import { isNumeric } from '../../json-text/exact-number.ts';
import { constraintsOf } from '../schema/constraints.ts';
import type { Schema, SchemaObject, SchemaRoot } from '../document/openapi-document.ts';
import { fieldsOf } from '../schema/fields.ts';
import { flatten } from '../schema/flatten.ts';
import { isNullable } from '../schema/nullable.ts';
import { typesOf } from '../document/schema-types.ts';
import { isFile } from '../schema/value-types.ts';
import { unionOf } from '../schema/union.ts';
import type { Union } from '../schema/union.ts';

export interface Form {
  /** What shapes refer to by index; the first is the whole value. */
  shapes: FormShape[];
}

export interface FormShape {
  kind: 'text' | 'number' | 'choice' | 'file' | 'object' | 'list' | 'union';
  /** The type in a word: `email`, `integer`. */
  type?: string;
  /** Markdown: the first sentence of the description. */
  hint?: string;
  /** What a value must keep to. */
  limits?: string;
  nullable?: true;
  deprecated?: true;
  format?: string;
  maxLength?: number;
  minimum?: number;
  default?: unknown;
  example?: string | number;
  /** Of a choice, in the order of the document. */
  choices?: unknown[];
  /** Of an object: the members that the schema names. */
  fields?: { name: string; required?: true; shape: number }[];
  /** Of an object: members by pattern; the pattern '' stands for all others. Empty: no further members. */
  entries?: { pattern: string; shape: number }[];
  /** Of a list; the last one is that of all further items. */
  items?: number[];
  /** Of a union. */
  alternatives?: Alternative[];
  /** Member that tells which alternative a value is. */
  discriminator?: string;
}

export interface Alternative {
  name: string;
  shape: number;
  /** Values of the discriminator that choose it. */
  values?: string[];
}

/** A schema may go on for ever by merging itself anew: this deep or beyond this number, the form takes any value. */
const MAX_DEPTH = 12;
const MAX_SHAPES = 600;

export function formOf(root: SchemaRoot, schema: Schema): Form {
  const builder = new FormBuilder(root);
  builder.add(schema);
  return { shapes: builder.shapes };
}

class FormBuilder {
  readonly shapes: FormShape[] = [];
  readonly #root: SchemaRoot;
  #depth = 0;
  readonly #indices = new Map<Schema, number>();

  constructor(root: SchemaRoot) {
    this.#root = root;
  }

  /** The index of a schema's shape. */
  add(schema: Schema): number {
    const full = this.#depth >= MAX_DEPTH || (this.#depth > 0 && this.shapes.length >= MAX_SHAPES);
    const flat = full ? anything : flatten(this.#root, schema);
    const key = isAnything(flat) ? anything : isPlainReference(schema) ? flat : schema;
    const known = this.#indices.get(key);
    if (known !== undefined) return known;
    const index = this.shapes.length;
    this.#indices.set(key, index);
    this.shapes.push({ kind: 'text' });
    this.#depth += 1;
    this.shapes[index] = this.#shape(key);
    this.#depth -= 1;
    return index;
  }

  #shape(schema: Schema): FormShape {
    const flat = flatten(this.#root, schema);
    const shape = { ...texts(this.#root, flat), ...(isNullable(this.#root, schema) && { nullable: true as const }) };
    const union = unionOf(this.#root, schema);
    const single = union && singleValues(this.#root, union);
    if (single) return { ...shape, kind: 'choice', choices: single };
    if (union) {
      const base = withoutUnion(flat);
      const alternatives = union.variants.map(({ name, values, schema: variant }) => ({
        name,
        shape: this.add(base === undefined ? variant : { allOf: [base, variant] }),
        ...(values.length > 0 && { values }),
      }));
      const [only] = alternatives;
      if (only && alternatives.length === 1) return { ...(this.shapes[only.shape] ?? { kind: 'text' }), ...shape };
      return {
        ...shape,
        kind: 'union',
        alternatives,
        ...(union.discriminator && { discriminator: union.discriminator }),
      };
    }
    return { ...shape, ...this.#ofTypes(flat) };
  }

  #ofTypes(flat: SchemaObject): FormShape {
    if (flat.const !== undefined) return { kind: 'choice', choices: [flat.const] };
    if (flat.enum) return { kind: 'choice', choices: flat.enum };
    if (isFile(flat)) return { kind: 'file' };
    const types = typesOf(flat);
    const [type] = types;
    if (type === undefined && flat.type !== undefined) return { kind: 'choice', choices: [null] };
    if (type === undefined) return { kind: 'union', alternatives: this.#anyKind() };
    if (types.length === 1) return this.#ofType(flat, type);
    const alternatives = types.map((name) => ({
      name: kindNames[name] ?? name,
      shape: this.add({ ...flat, type: name }),
    }));
    return { kind: 'union', alternatives };
  }

  #ofType(flat: SchemaObject, type: string): FormShape {
    if (type === 'boolean') return { kind: 'choice', choices: [true, false] };
    if (type === 'integer' || type === 'number') return { kind: 'number' };
    if (type === 'object') return { kind: 'object', ...this.#members(flat) };
    if (type === 'array')
      return { kind: 'list', items: [...(flat.prefixItems ?? []), flat.items ?? true].map((item) => this.add(item)) };
    return { kind: 'text' };
  }

  #members(flat: SchemaObject): Pick<FormShape, 'fields' | 'entries'> {
    const members = fieldsOf(this.#root, flat, 'request');
    const named = members.filter(({ kind }) => kind === 'property');
    const others = members.filter(({ kind }) => kind !== 'property');
    const entries = others.map(({ name, schema }) => ({ pattern: name, shape: this.add(schema) }));
    const isBare = members.length === 0 && flat.additionalProperties !== false;
    return {
      fields: named.map(({ name, required, schema }) => ({
        name,
        ...(required && { required }),
        shape: this.add(schema),
      })),
      entries: isBare ? [{ pattern: '', shape: this.add(true) }] : entries,
    };
  }

  /** These few are never cut short: they are what a form takes where it is. */
  #anyKind(): Alternative[] {
    const depth = this.#depth;
    this.#depth = Number.NEGATIVE_INFINITY;
    const kinds = ['string', 'number', 'boolean', 'array', 'object', 'null'].map((type) => ({
      name: kindNames[type] ?? type,
      shape: this.add({ type }),
    }));
    this.#depth = depth;
    return kinds;
  }
}

/** The values of a union that names each of its values apart, to describe it (an annotated enumeration). */
function singleValues(root: SchemaRoot, { variants }: Union): unknown[] | undefined {
  const lists = variants.map(({ schema }) => {
    const { const: only, enum: several } = flatten(root, schema);
    return only === undefined ? several : [only];
  });
  return lists.every((list) => list !== undefined) ? lists.flat() : undefined;
}

/** The kinds of JSON, by names that readers of a form understand. */
const kindNames: Record<string, string> = {
  string: 'Text',
  number: 'Number',
  integer: 'Whole number',
  boolean: 'True or false',
  array: 'List',
  object: 'Object',
  null: 'Null',
};

const anything: SchemaObject = {};

/** Whether a schema says nothing about its values. */
function isAnything(flat: SchemaObject): boolean {
  return (
    flat.type === undefined &&
    typesOf(flat).length === 0 &&
    !flat.enum &&
    flat.const === undefined &&
    !flat.oneOf &&
    !flat.anyOf &&
    !flat.discriminator &&
    !flat.description
  );
}

function isPlainReference(schema: Schema): boolean {
  return typeof schema === 'object' && schema.$ref !== undefined && Object.keys(schema).length === 1;
}

function texts(root: SchemaRoot, flat: SchemaObject): Partial<FormShape> {
  const { format, maxLength, minimum, deprecated, default: preset, examples, example } = flat;
  const sample = examples?.[0] ?? example;
  const type = format ?? [flat.type ?? []].flat().find((name) => name !== 'null');
  const hint = firstSentence(flat.description ?? '');
  const limits = limitsOf(root, flat);
  return {
    ...(type && { type }),
    ...(hint && { hint }),
    ...(limits && { limits }),
    ...(format && { format }),
    ...(deprecated && { deprecated }),
    ...(maxLength !== undefined && { maxLength }),
    ...(minimum !== undefined && { minimum }),
    ...(preset !== undefined && { default: preset }),
    ...((typeof sample === 'string' || isNumeric(sample)) && { example: sample }),
  };
}

function firstSentence(description: string): string {
  const text = description.replace(/\s+/g, ' ').trim();
  const sentence = /^.{12,}?[.!?](?=\s|$)/.exec(text)?.[0] ?? text;
  return sentence.length > 160 ? `${sentence.slice(0, 159)}…` : sentence;
}

function limitsOf(root: SchemaRoot, flat: SchemaObject): string {
  return constraintsOf(root, flat)
    .filter(({ label }) => label !== 'default' && label !== 'always')
    .map(({ label, value }) => (value === undefined ? label : `${label} ${value}`))
    .join(' · ');
}

/** What holds besides the alternatives, if anything does. */
function withoutUnion(flat: SchemaObject): SchemaObject | undefined {
  const { oneOf: _, anyOf: __, discriminator: ___, title: ____, description: _____, ...rest } = flat;
  const { properties, required, additionalProperties, allOf } = rest;
  return properties || required || additionalProperties || allOf ? rest : undefined;
}
