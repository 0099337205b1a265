import type { Schema, SchemaObject, SchemaRoot } from '../document/openapi-document.ts';
import { flatten } from './flatten.ts';
import { typesOf } from './value-types.ts';

/** What a value must keep to: words, and a literal where there is one. */
export interface Constraint {
  label: string;
  value?: string;
}

/** An allowed value with what the document says of it. */
export interface EnumValue {
  value: string;
  description: string;
}

/** The constraints of a schema; those of an array's items follow its own. */
export function constraintsOf(document: SchemaRoot, schema: Schema): Constraint[] {
  const flat = flatten(document, schema);
  const own = [...range(flat), ...lengths(flat), ...values(flat)];
  const items = typesOf(flat).includes('array') && flat.items !== undefined ? flatten(document, flat.items) : undefined;
  if (!items || typesOf(items).some((type) => type === 'object' || type === 'array')) return own;
  return [
    ...own,
    ...[...range(items), ...lengths(items), ...values(items)].map(({ label, ...rest }) => ({
      label: `each ${label}`,
      ...rest,
    })),
  ];
}

/** The values of an enum, of the items' enum for an array, without `null`. */
export function enumOf(document: SchemaRoot, schema: Schema): EnumValue[] {
  const flat = flatten(document, schema);
  const source = flat.enum ? flat : flat.items === undefined ? flat : flatten(document, flat.items);
  return (source.enum ?? []).flatMap((value, index) =>
    value === null ? [] : [{ value: literalOf(value), description: enumText(source, value, index) }],
  );
}

/** Descriptions of values come as a map by value or as a list in the order of the values. */
function enumText(schema: SchemaObject, value: unknown, index: number): string {
  const texts: unknown =
    schema['x-enum-descriptions'] ?? schema['x-enumDescriptions'] ?? schema['x-enum-varnames'] ?? schema['x-enumNames'];
  if (Array.isArray(texts)) return String(texts[index] ?? '');
  if (typeof texts === 'object' && texts !== null)
    return String((texts as Record<string, unknown>)[String(value)] ?? '');
  return '';
}

function range(flat: SchemaObject): Constraint[] {
  const low = bound(flat.minimum, flat.exclusiveMinimum, '≥', '>');
  const high = bound(flat.maximum, flat.exclusiveMaximum, '≤', '<');
  const both =
    flat.minimum !== undefined && flat.maximum !== undefined
      ? [{ label: `${flat.minimum} to ${flat.maximum}` }]
      : [...low, ...high];
  return [...both, ...(flat.multipleOf === undefined ? [] : [{ label: `multiple of ${flat.multipleOf}` }])];
}

function bound(
  inclusive: number | undefined,
  exclusive: number | boolean | undefined,
  sign: string,
  exclusiveSign: string,
): Constraint[] {
  if (typeof exclusive === 'number') return [{ label: `${exclusiveSign} ${exclusive}` }];
  return inclusive === undefined ? [] : [{ label: `${sign} ${inclusive}` }];
}

function lengths(flat: SchemaObject): Constraint[] {
  return [
    ...count(flat.minLength, flat.maxLength, 'character'),
    ...count(flat.minItems, flat.maxItems, 'item'),
    ...count(flat.minProperties, flat.maxProperties, 'member'),
    ...(flat.uniqueItems ? [{ label: 'unique items' }] : []),
    ...contained(flat),
  ];
}

/** `contains at least 2 × admin`. */
function contained({ contains, minContains = 1, maxContains }: SchemaObject): Constraint[] {
  if (typeof contains !== 'object') return [];
  const kind =
    contains.const === undefined ? [contains.type ?? 'value'].flat().join(' or ') : literalOf(contains.const);
  const many = maxContains === undefined ? `at least ${minContains}` : `${minContains} to ${maxContains}`;
  return [{ label: `contains ${many} ×`, value: kind }];
}

function count(min: number | undefined, max: number | undefined, noun: string): Constraint[] {
  const many = (n: number): string => `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`;
  if (min !== undefined && min === max) return [{ label: `exactly ${many(min)}` }];
  if (min && max !== undefined) return [{ label: `${min.toLocaleString('en')} to ${many(max)}` }];
  if (min) return [{ label: `at least ${many(min)}` }];
  return max === undefined ? [] : [{ label: `at most ${many(max)}` }];
}

function values(flat: SchemaObject): Constraint[] {
  const names = typeof flat.propertyNames === 'object' ? flat.propertyNames.pattern : undefined;
  return [
    ...(flat.const === undefined ? [] : [{ label: 'always', value: literalOf(flat.const) }]),
    ...(flat.default === undefined ? [] : [{ label: 'default', value: literalOf(flat.default) }]),
    ...(flat.pattern === undefined ? [] : [pattern(flat.pattern)]),
    ...(names === undefined ? [] : [{ label: 'names match', value: names }]),
    ...(typeof flat.not === 'object' ? negation(flat.not) : []),
    ...(flat.contentEncoding === undefined ? [] : [{ label: `encoded as ${flat.contentEncoding}` }]),
  ];
}

/** What a value must not be, where few words tell it. */
function negation({ const: constant, enum: list, type, pattern: text, required }: SchemaObject): Constraint[] {
  if (constant !== undefined) return [{ label: 'not', value: literalOf(constant) }];
  if (list) return list.map((value) => ({ label: 'not', value: literalOf(value) }));
  if (text !== undefined) return [{ label: 'must not match', value: text }];
  if (type !== undefined) return [{ label: `not of type ${[type].flat().join(' or ')}` }];
  return required ? [{ label: required.length > 1 ? 'not together' : 'without', value: required.join(', ') }] : [];
}

/** The one pattern that words say better than its own text: a character that is no white space. */
function pattern(text: string): Constraint {
  return text === String.raw`\S` ? { label: 'not blank' } : { label: 'pattern', value: text };
}

/** A value as a reader writes it: texts without quotes unless they are empty. */
export function literalOf(value: unknown): string {
  return typeof value === 'string' && value !== '' ? value : JSON.stringify(value);
}
