import type { SchemaObject, Schema, SchemaRoot } from '../document/openapi-document.ts';
import { containedOf } from './contains.ts';
import type { Constraint } from './facts.ts';
import { factsOf } from './facts.ts';
import { conjuncts, flatten, isNothing } from './flatten.ts';
import { literalOf } from './literal.ts';
import { negationOf } from './negation.ts';
import { typesOf } from '../document/schema-types.ts';
import { isMap } from './value-types.ts';

/** Deeper than this, lists of lists are not looked into. */
const MAX_DEPTH = 3;
const NAME_KEYWORDS = new Set(['type', 'pattern', 'minLength', 'maxLength', 'format', 'enum', 'const', 'not', 'allOf']);

/** What stands where the document says more than few words can. */
const UNTOLD: Constraint = { label: 'more rules in the OpenAPI document' };

/** The constraints of a schema; those of an array's items and of a map's values follow its own. */
export function constraintsOf(document: SchemaRoot, schema: Schema, depth = 0): Constraint[] {
  const flat = flatten(document, schema);
  const list = [
    ...conjuncts(flat).flatMap((part) => own(document, part, typesOf(flat))),
    ...each(document, flat, depth),
  ];
  const shown = list.filter((one, at) => list.findIndex((other) => isSame(one, other)) === at);
  return shown.includes(UNTOLD) ? [...shown.filter((one) => one !== UNTOLD), UNTOLD] : shown;
}

function isSame(a: Constraint, b: Constraint): boolean {
  return a.label === b.label && a.value === b.value;
}

function own(document: SchemaRoot, flat: SchemaObject, types: string[]): Constraint[] {
  const { default: preset, not, contentEncoding, contentMediaType, format } = flat;
  return [
    ...factsOf(flat),
    ...containedOf(flat),
    ...closed(flat),
    ...(preset === undefined ? [] : [{ label: 'default', value: literalOf(preset) }]),
    ...(flat.propertyNames === undefined ? [] : names(document, flat.propertyNames)),
    ...(typeof flat['x-since'] === 'string' ? [{ label: `since ${flat['x-since']}` }] : []),
    ...(not === undefined ? [] : (negationOf(document, not, types) ?? [UNTOLD])),
    ...(contentEncoding === undefined ? [] : [{ label: `encoded as ${contentEncoding}` }]),
    ...(contentMediaType !== undefined && format !== undefined ? [{ label: `holds ${contentMediaType}` }] : []),
  ];
}

/** Which members and items there may be besides those that are named. */
function closed(flat: SchemaObject): Constraint[] {
  const { if: test, unevaluatedProperties, unevaluatedItems, items, prefixItems } = flat;
  return [
    ...(flat.additionalProperties === false ? [{ label: 'without other members' }] : []),
    ...(unevaluatedProperties === false && test === undefined
      ? [{ label: 'without members that are not told here' }]
      : []),
    // What a test looks at counts as told.
    ...(typeof unevaluatedProperties === 'object' ||
    (unevaluatedProperties === false && test !== undefined) ||
    (unevaluatedItems !== undefined && unevaluatedItems !== true)
      ? [UNTOLD]
      : []),
    ...(items === false ? [{ label: prefixItems ? 'without further items' : 'without items' }] : []),
  ];
}

/** The names of all members: `names match ^[a-z]+$`, `names at most 5 characters`. */
function names(document: SchemaRoot, schema: Schema): Constraint[] {
  if (schema === true) return [];
  const flat = flatten(document, schema);
  if (isNothing(flat)) return [{ label: 'without members' }];
  const isTold = conjuncts(flat).every((part) => Object.keys(part).every((key) => NAME_KEYWORDS.has(key)));
  const facts = conjuncts(flat).flatMap((part) => [
    ...factsOf(part),
    ...(part.enum ? [{ label: 'one of', value: part.enum.map(literalOf).join(', ') }] : []),
    ...(part.not === undefined ? [] : (negationOf(document, part.not, ['string']) ?? [UNTOLD])),
  ]);
  const named = facts.map(({ label, ...rest }) =>
    label === UNTOLD.label ? UNTOLD : { label: `names ${label === 'pattern' ? 'match' : label}`, ...rest },
  );
  const format = flat.format === undefined ? [] : [{ label: `names in format ${flat.format}` }];
  return [...named, ...format, ...(isTold ? [] : [UNTOLD])];
}

/** What each item of a list and each value of a map must keep to. */
function each(document: SchemaRoot, flat: SchemaObject, depth: number): Constraint[] {
  if (depth >= MAX_DEPTH) return [];
  const of = (noun: string, schema: Schema): Constraint[] =>
    constraintsOf(document, schema, depth + 1)
      .filter(({ label }) => label !== 'default')
      .map((one) =>
        one === UNTOLD
          ? one
          : { ...one, label: /^(?:in )?each/.test(one.label) ? `in ${noun}, ${one.label}` : `${noun} ${one.label}` },
      );
  const types = typesOf(flat);
  const { items, prefixItems, additionalProperties: values } = flat;
  return [
    ...(types.includes('array') && typeof items === 'object' && !prefixItems ? of('each', items) : []),
    ...(types.includes('object') && isMap(flat) && typeof values === 'object' ? of('each value', values) : []),
  ];
}
