import type { OpenApiDocument, Schema, SchemaObject } from '../document/openapi-document.ts';
import { conjuncts, flatten } from './flatten.ts';
import { asSubtype } from './subtype-value.ts';
import { unionsOf } from './union.ts';

/** No more ways through the alternatives and conditions of a schema are tried. */
const MAX_CHOICES = 12;

const made = new WeakMap<SchemaObject, SchemaObject[]>();

/**
 * A flat schema with its alternatives and conditions decided, in several ways: with the first alternative of each union, with the
 * second one …; as its `if` and `then` say, as its `else` says. The schema itself where there is nothing to choose.
 * @param isOpen Whether an alternative may be chosen.
 */
export function choicesOf(
  document: OpenApiDocument,
  flat: SchemaObject,
  isOpen: (variant: Schema) => boolean,
): SchemaObject[] {
  let isWhole = true;
  const parts = [
    ...unionsOf(document, flat).map(({ variants, discriminator }) =>
      variants
        .filter((variant) => isOpen(variant.schema) || (isWhole = false))
        .map(({ schema, values }) => [
          discriminator === undefined ? asSubtype(document, schema) : schema,
          ...chosenBy(discriminator, values),
        ]),
    ),
    ...conjuncts(flat).flatMap(conditional),
  ].filter((options) => options.length > 0);
  const known = isWhole ? made.get(flat) : undefined;
  if (known) return known;
  const base = undecided(flat);
  const ways = parts.reduce<Schema[][]>(
    (all, options) => options.flatMap((option) => all.map((way) => [...way, ...option])).slice(0, MAX_CHOICES),
    [[]],
  );
  const result = parts.length === 0 ? [flat] : ways.map((way) => flatten(document, { allOf: [base, ...way] }));
  if (isWhole) made.set(flat, result);
  return result;
}

function chosenBy(discriminator: string | undefined, [value]: string[]): Schema[] {
  if (discriminator === undefined || value === undefined) return [];
  return [{ type: 'object', required: [discriminator], properties: { [discriminator]: { enum: [value] } } }];
}

/** Ways to keep to a condition; the members of `dependentSchemas` are there, or what needs them is not. */
function conditional({ if: test, then, else: otherwise, dependentSchemas }: SchemaObject): Schema[][][] {
  const dependent = Object.values(dependentSchemas ?? {});
  return [
    ...(test === undefined ? [] : [[[test, then ?? true], [otherwise ?? true]]]),
    ...(dependent.length > 0 ? [[dependent, []]] : []),
  ];
}

function undecided(flat: SchemaObject): SchemaObject {
  const {
    oneOf: _,
    anyOf: __,
    discriminator: ___,
    if: ____,
    then: _____,
    else: ______,
    dependentSchemas: _______,
    ...rest
  } = flat;
  const { allOf, ...own } = rest;
  const asides = (allOf ?? []).map((aside) => (typeof aside === 'object' ? undecided(aside) : aside));
  const kept = asides.filter((aside) => typeof aside !== 'object' || Object.keys(aside).length > 0);
  return kept.length > 0 ? { ...own, allOf: kept } : own;
}
