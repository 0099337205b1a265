import type { Schema, SchemaRoot } from '../document/openapi-document.ts';
import { alternativesOf } from '../schema/alternatives.ts';
import { flatten } from '../schema/flatten.ts';
import { literalOf } from '../schema/literal.ts';
import { isNullable } from '../schema/nullable.ts';
import { unionsOf } from '../schema/union.ts';
import { includesType, typesOf } from '../document/schema-types.ts';
import type { Shift, Shifted } from './bound-changes.ts';
import type { Versions } from './change.ts';
import { namesBetween } from './change.ts';

/** A schema with the document that its references lead into. */
export interface Place {
  document: SchemaRoot;
  schema: Schema;
}

/** JSON types of the values of a schema, without `null`; none: any value. Alternatives that differ in type alone are types. */
function typesAt({ document, schema }: Place): string[] {
  const flat = flatten(document, schema);
  const own = typesOf(flat);
  const unions = own.length > 0 ? [] : unionsOf(document, schema);
  const told = new Set(alternativesOf(document, schema).unions.map(({ variants }) => variants[0]?.schema));
  const ofUnions = unions
    .filter(({ variants }) => !told.has(variants[0]?.schema))
    .flatMap(({ variants }) => variants.flatMap((variant) => typesOf(flatten(document, variant.schema))));
  const types = [...new Set([...own, ...ofUnions])];
  return types.length === 0 && flat.type === 'null' ? ['null'] : types;
}

/** How the types have changed, or whether `null` is one of the values. */
export function typeChanges({ before, after }: Versions<Place>): Shifted[] {
  const [old, now] = [typesAt(before), typesAt(after)];
  const isNarrower = now.length > 0 && (old.length === 0 || old.some((type) => !includesType(now, type)));
  const isWider = old.length > 0 && (now.length === 0 || now.some((type) => !includesType(old, type)));
  if (!isNarrower && !isWider) return nullChanges({ before, after });
  const shift: Shift = isNarrower ? (isWider ? 'other' : 'narrower') : 'wider';
  return [{ shift, what: `the type went from ${named(old)} to ${named(now)}` }];
}

/** Whether `null` has come or gone as a value that the schema names. */
export function nullChanges({ before, after }: Versions<Place>): Shifted[] {
  const [was, is] = [isNullable(before.document, before.schema), isNullable(after.document, after.schema)];
  if (was === is) return [];
  return [is ? { shift: 'wider', what: 'may now be null' } : { shift: 'narrower', what: 'is no longer null' }];
}

/** Whether a value of the older schema can be one of the newer one at all. */
export function haveCommonTypes({ before, after }: Versions<Place>): boolean {
  const [old, now] = [typesAt(before), typesAt(after)];
  if (old.length === 0 || now.length === 0) return true;
  return old.some((type) => includesType(now, type)) || now.some((type) => includesType(old, type));
}

function named(types: string[]): string {
  return types.length === 0 ? 'any' : types.map((type) => `\`${type}\``).join(' or ');
}

/** Values that a list gained or lost: each is a change of its own. */
export interface ValueChange extends Shifted {
  kind: 'added' | 'changed' | 'removed';
  value?: string;
}

/** Of two lists of allowed values, whether they stand in `enum`, in `const` or in alternatives of one value. */
export function valueChanges({ before, after }: Versions<Place>): ValueChange[] {
  const [old, now] = [valuesAt(before), valuesAt(after)];
  if (old.length === 0 && now.length === 0) return [];
  if (old.length === 0) return [{ kind: 'changed', shift: 'narrower', what: `takes only ${listed(now)} now` }];
  if (now.length === 0) return [{ kind: 'changed', shift: 'wider', what: `may be other than ${listed(old)} now` }];
  const { gone, come } = namesBetween(old, now);
  return [
    ...gone.map(
      (value) => ({ kind: 'removed', shift: 'narrower', what: `lost the value \`${value}\``, value }) as const,
    ),
    ...come.map((value) => ({ kind: 'added', shift: 'wider', what: `has the new value \`${value}\``, value }) as const),
  ];
}

export function valuesAt({ document, schema }: Place): string[] {
  const { const: constant } = flatten(document, schema);
  if (constant !== undefined) return constant === null ? [] : [literalOf(constant)];
  return alternativesOf(document, schema).values.map(({ value }) => value);
}

function listed(values: string[]): string {
  return values.map((value) => `\`${value}\``).join(', ');
}
