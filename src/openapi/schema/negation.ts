import type { Schema, SchemaObject, SchemaRoot } from '../document/openapi-document.ts';
import { isAnnotation, isAnnotationKey } from './component-ref.ts';
import type { Constraint } from './facts.ts';
import { factsOf } from './facts.ts';
import { flatten, isNothing } from './flatten.ts';
import { literalOf } from './literal.ts';
import { sentenceOf } from './sentence.ts';
import { includesType } from '../document/schema-types.ts';

/** Which kinds of value a keyword says something of; of all others it holds. */
const ABOUT: [types: string[], keywords: Set<string>][] = [
  [['integer', 'number'], new Set(['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'])],
  [['string'], new Set(['minLength', 'maxLength', 'pattern'])],
  [['array'], new Set(['minItems', 'maxItems', 'uniqueItems'])],
  [['object'], new Set(['minProperties', 'maxProperties'])],
];

/**
 * What a value must not be, in words that are true of the whole `not`; `undefined` where few words cannot tell it.
 * @param types Of the value, where they are known: what `not` says of other values says nothing here.
 */
export function negationOf(document: SchemaRoot, not: Schema, types: string[]): Constraint[] | undefined {
  if (typeof not === 'boolean') return [];
  const flat = flatten(document, not);
  const keywords = assertionsOf(flat);
  // Nothing is left, which the type label says where it stands plainly.
  if (keywords.length === 0) return isAnnotation(not) ? [] : undefined;
  if (isNothing(flat)) return [];
  if (keywords.length === 1) return ofOne(document, flat, types);
  if (flat.type === undefined) return ofSeveral(document, flat, types);
  const { type, ...rest } = flat;
  const excluded = [type].flat();
  if (types.length === 0) return undefined;
  if (types.every((one) => includesType(excluded, one))) return negationOf(document, rest, types);
  return types.some((one) => excluded.some((other) => overlap(one, other))) ? undefined : [];
}

function overlap(a: string, b: string): boolean {
  return a === b || (isNumeric(a) && isNumeric(b));
}

function isNumeric(type: string): boolean {
  return type === 'number' || type === 'integer';
}

function assertionsOf(flat: SchemaObject): string[] {
  return Object.keys(flat).filter((key) => !isAnnotationKey(key));
}

function ofOne(document: SchemaRoot, flat: SchemaObject, types: string[]): Constraint[] | undefined {
  const { const: constant, enum: values, type, required, anyOf } = flat;
  if (constant !== undefined) return [{ label: 'not', value: literalOf(constant) }];
  if (values) return values.map((value) => ({ label: 'not', value: literalOf(value) }));
  if (type !== undefined) return [{ label: `not of type ${[type].flat().join(' or ')}` }];
  if (anyOf) return all(anyOf.map((member) => negationOf(document, member, types)));
  if (required && isOnly(types, ['object']))
    return [{ label: required.length > 1 ? 'not together' : 'without', value: required.join(', ') }];
  return ofSeveral(document, flat, types);
}

/** Keywords about one kind of value hold together, so a value must fail one of them. */
function ofSeveral(document: SchemaRoot, flat: SchemaObject, types: string[]): Constraint[] | undefined {
  const keywords = assertionsOf(flat);
  const [about] = ABOUT.find(([, list]) => keywords.every((key) => list.has(key))) ?? [];
  if (about) {
    const facts = factsOf(flat);
    const [first] = facts;
    if (!isOnly(types, about) || !first) return undefined;
    if (facts.length === 1 && first.label === 'pattern') return [{ ...first, label: 'must not match' }];
    const words = facts.map(({ label, value }) => (value === undefined ? label : `${label} ${value}`));
    return [{ label: words.length === 1 ? `not ${words.join('')}` : `not (${words.join(' and ')})` }];
  }
  const sentence = isOnly(types, ['object']) ? sentenceOf(document, flat) : undefined;
  return sentence === undefined ? undefined : [{ label: `not where ${sentence}` }];
}

function isOnly(types: string[], allowed: string[]): boolean {
  return types.length > 0 && types.every((type) => allowed.includes(type));
}

function all(lists: (Constraint[] | undefined)[]): Constraint[] | undefined {
  return lists.includes(undefined) ? undefined : lists.flatMap((list) => list ?? []);
}
