import type { Schema, SchemaObject } from '../document/openapi-document.ts';
import { stringifyExact } from '../../json-text/exact-number.ts';
import { isJson } from '../document/media-types.ts';
import { isRecord } from '../document/refs.ts';
import { isAnnotation } from './component-ref.ts';
import { choicesOf } from './choices.ts';
import { flatten } from './flatten.ts';
import { fixedValues, givenExamples } from './given.ts';
import { arrayCandidates } from './make-array.ts';
import { numberCandidates } from './make-number.ts';
import { objectCandidates } from './make-object.ts';
import { textCandidates } from './make-text.ts';
import type { Making } from './making.ts';
import { isNullable } from './nullable.ts';
import { satisfies } from './satisfies.ts';
import { asSubtype } from './subtype-value.ts';
import { typesOf } from '../document/schema-types.ts';

const MAX_ITEMS = 100;
/** Of one schema, so many values are tried. */
const MAX_CANDIDATES = 60;
/** Alternatives within alternatives are not followed deeper than this. */
const MAX_NESTED = 24;

const KEYWORD_TYPES: [type: string, keywords: (keyof SchemaObject)[]][] = [
  ['number', ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf']],
  ['string', ['minLength', 'maxLength', 'pattern', 'format']],
  ['array', ['minItems', 'maxItems', 'uniqueItems', 'contains']],
  ['object', ['required', 'minProperties', 'maxProperties', 'propertyNames']],
];

type Place = Pick<Making, 'document' | 'direction' | 'path' | 'depth' | 'made'>;

/** The first candidate that satisfies the schema, else the first of all; `undefined` where a schema leads back to itself. */
export function makeValue(place: Place, given: Schema): unknown {
  const schema = asSubtype(place.document, given);
  let first: unknown;
  let tried = 0;
  for (const value of candidates(place, schema)) {
    first = first ?? value;
    if (fits(place, schema, value)) return value;
    tried += 1;
    if (tried === MAX_CANDIDATES) break;
  }
  return first;
}

function fits({ document, direction, made }: Place, schema: Schema, value: unknown): boolean {
  made.checks -= 1;
  return made.checks < 0 || satisfies(document, schema, value, direction);
}

function* candidates(place: Place, schema: Schema): Generator<unknown> {
  const flat = flatten(place.document, schema);
  yield* givenExamples(place.document, schema, place.direction);
  yield* fixedValues(flat);
  if (place.path.includes(flat)) return;
  yield* decided({ ...place, path: [...place.path, flat] }, flat);
  if (isNullable(place.document, schema)) yield null;
}

/** Values for each way through the alternatives and conditions. */
function* decided(place: Place, flat: SchemaObject): Generator<unknown> {
  const { document, path } = place;
  const choices = choicesOf(document, flat, (variant) => !path.includes(flatten(document, variant)));
  for (const choice of choices) {
    if (choice === flat) yield* ofTypes(place, flat);
    else if (path.length < MAX_NESTED) {
      yield* givenExamples(document, choice, place.direction);
      yield* fixedValues(choice);
      yield* decided({ ...place, path: [...path, choice] }, choice);
    }
  }
}

function* ofTypes(place: Place, flat: SchemaObject): Generator<unknown> {
  const making: Making = {
    ...place,
    most: MAX_ITEMS,
    make: (schema) => makeValue(place, schema),
    candidates: (schema) => candidates(place, schema),
    fits: (schema, value) => fits(place, schema, value),
  };
  const given = typesOf(flat);
  const implied = KEYWORD_TYPES.filter(([, keywords]) => keywords.some((key) => flat[key] !== undefined));
  for (const type of given.length > 0 ? given : implied.map(([name]) => name)) yield* ofType(making, flat, type);
  if (flat.type === 'null') yield null;
  // Of what may be anything, none is the better example; of what may not be some, one of another kind may do.
  if (given.length === 0 && flat.type === undefined && !isAnnotation(flat)) yield* ['string', 1, true, {}, [], null];
}

/** A text that holds JSON, where the schema tells what of it. */
function heldText({ make }: Making, { contentSchema, contentMediaType, contentEncoding }: SchemaObject): string[] {
  if (contentSchema === undefined || contentEncoding !== undefined || !isJson(contentMediaType ?? '')) return [];
  const text = stringifyExact(make(contentSchema));
  return text === undefined ? [] : [text];
}

/** Objects with the members of an example that lacks some, as that of a base does, and objects without them. */
function* objects(making: Making, flat: SchemaObject): Generator<unknown> {
  const [given] = givenExamples(making.document, flat, making.direction);
  for (const made of objectCandidates(making, flat)) {
    if (isRecord(given)) yield { ...made, ...given };
    yield made;
  }
}

function* ofType(making: Making, flat: SchemaObject, type: string): Generator<unknown> {
  if (type === 'object') yield* objects(making, flat);
  else if (type === 'array') yield* arrayCandidates(making, flat);
  else if (type === 'integer' || type === 'number') yield* numberCandidates(flat, type);
  else if (type === 'string') yield* [...heldText(making, flat), ...textCandidates(flat)];
  else if (type === 'boolean') yield* [true, false];
}
