import type { Schema, SchemaObject, SchemaRoot } from '../document/openapi-document.ts';
import { flatten } from './flatten.ts';
import { matches } from './pattern-text.ts';

/** Whose eyes read a schema: `readOnly` members are not sent, `writeOnly` ones do not come back. */
export type Direction = 'request' | 'response';

/** A member of an object, or what stands for its unnamed members. */
export interface Field {
  /** The property's name, a pattern, or '' for additional properties. */
  name: string;
  kind: 'property' | 'pattern' | 'additional';
  required: boolean;
  schema: Schema;
}

/**
 * The members of an object in the order of the document, without those that do not apply in this direction. One that is required
 * and has no schema of its own is what the patterns say that it matches, or what any other member is.
 */
export function fieldsOf(document: SchemaRoot, schema: Schema, direction: Direction | undefined): Field[] {
  const flat = flatten(document, schema);
  const required = new Set(flat.required);
  const properties = Object.entries(flat.properties ?? {})
    .filter(([, member]) => appliesTo(flatten(document, member), direction))
    .map(([name, member]): Field => ({ name, kind: 'property', required: required.has(name), schema: member }));
  const patterns = Object.entries(flat.patternProperties ?? {}).map(([name, member]): Field => ({
    name,
    kind: 'pattern',
    required: false,
    schema: member,
  }));
  const rest = flat.additionalProperties;
  const open = rest !== undefined && rest !== false && (rest === true ? properties.length === 0 : true);
  const names = [...required].filter((name) => !Object.hasOwn(flat.properties ?? {}, name));
  const bare = names.map((name): Field => ({
    name,
    kind: 'property',
    required: true,
    schema: memberSchema(flat, name),
  }));
  return [
    ...properties,
    ...bare,
    ...patterns,
    ...(open ? [{ name: '', kind: 'additional', required: false, schema: rest } as const] : []),
  ];
}

/** What a flat schema tells of a member: by its name, by the patterns that it matches, else as of any other member. */
export function memberSchema(
  { properties = {}, patternProperties = {}, additionalProperties = true }: SchemaObject,
  name: string,
): Schema {
  const named = Object.hasOwn(properties, name) ? [properties[name] ?? true] : [];
  const matched = Object.entries(patternProperties).flatMap(([pattern, schema]) =>
    matches(pattern, name) ? [schema] : [],
  );
  const [first = additionalProperties, ...others] = [...named, ...matched];
  return others.length === 0 ? first : { allOf: [first, ...others] };
}

/** Whether a flat schema's value is sent, or comes back. */
export function appliesTo(schema: SchemaObject, direction: Direction | undefined): boolean {
  if (direction === 'request') return !schema.readOnly;
  return !(direction === 'response' && schema.writeOnly);
}
