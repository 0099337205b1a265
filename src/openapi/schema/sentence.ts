import type { Schema, SchemaObject, SchemaRoot } from '../document/openapi-document.ts';
import { isAnnotationKey } from './component-ref.ts';
import { flatten } from './flatten.ts';
import { literalOf } from './literal.ts';
import { typeLabel } from './type-label.ts';
import { includesType, typesOf } from '../document/schema-types.ts';

const MAX_DEPTH = 2;

/**
 * A test of an object's members in words: `country is US and kind is one of a, b`; `undefined` where they cannot tell all of it.
 * A member that need not be there passes its test when it is absent, so the words say that, too.
 * @param given Members that the object has in any case.
 */
export function sentenceOf(document: SchemaRoot, test: Schema, given: string[] = [], depth = 0): string | undefined {
  if (typeof test !== 'object' || depth > MAX_DEPTH) return undefined;
  const { properties = {}, required = [], not, ...rest } = flatten(document, test);
  const isTold = Object.entries(rest).every(
    ([key, value]) => isAnnotationKey(key) || (key === 'type' && value === 'object'),
  );
  if (!isTold) return undefined;
  const negated = not === undefined ? [] : [negatedSentence(document, not, given, depth)];
  const clauses = [
    ...Object.entries(properties).map(([name, member]) =>
      clause(document, name, member, [...required, ...given].includes(name)),
    ),
    ...required.filter((name) => !Object.hasOwn(properties, name)).map((name) => `${name} is given`),
    ...negated,
  ];
  if (clauses.includes(undefined)) return undefined;
  return clauses.filter((text) => text !== '').join(' and ') || undefined;
}

function negatedSentence(document: SchemaRoot, not: Schema, given: string[], depth: number): string | undefined {
  const inner = sentenceOf(document, not, given, depth + 1);
  return inner === undefined ? undefined : `not (${inner})`;
}

/** `country is US`; '' for a member that may be anything, or nothing. */
function clause(document: SchemaRoot, name: string, member: Schema, isRequired: boolean): string | undefined {
  if (member === true) return isRequired ? `${name} is given` : '';
  if (member === false) return isRequired ? undefined : `${name} is not given`;
  const flat = flatten(document, member);
  const words = valueWords(document, flat, member);
  if (words === undefined) return undefined;
  if (words === '') return isRequired ? `${name} is given` : '';
  return `${name} is ${words}${isRequired ? '' : ' or not given'}`;
}

function valueWords(document: SchemaRoot, flat: SchemaObject, member: Schema): string | undefined {
  const { type, const: constant, enum: values } = flat;
  const keys = Object.keys(flat).filter((key) => !isAnnotationKey(key) && key !== 'type');
  if (keys.length === 0) return type === undefined ? '' : typeLabel(document, member);
  const listed = constant === undefined ? (values ?? []) : [constant];
  if (keys.length > 1 || listed.length === 0 || !areOfType(flat, listed)) return undefined;
  return constant === undefined && listed.length > 1
    ? `one of ${listed.map(literalOf).join(', ')}`
    : listed.map(literalOf).join(', ');
}

/** Whether a type says no more than the values do. */
function areOfType({ type }: SchemaObject, values: unknown[]): boolean {
  if (type === undefined) return true;
  const types = [type].flat();
  return values.every((value) =>
    value === null ? types.includes('null') : typesOf({ const: value }).every((one) => includesType(types, one)),
  );
}
