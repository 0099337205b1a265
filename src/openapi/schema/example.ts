import { isNumeric } from '../../json-text/exact-number.ts';
import type { OpenApiDocument, Schema, SchemaObject } from '../document/openapi-document.ts';
import type { MediaType, NamedExample } from '../model/media-type.ts';
import { isJson, isText, isXml } from '../document/media-types.ts';
import { hasPlacedParts } from '../model/media-type.ts';
import type { Header } from '../model/operations.ts';
import { isAnnotationKey } from './component-ref.ts';
import { partsText } from './example-parts.ts';
import { streamText } from './example-stream.ts';
import { xmlOf } from './example-xml.ts';
import type { Direction } from './fields.ts';
import { flatten } from './flatten.ts';
import { fixedValues, givenExample } from './given.ts';
import { makeValue } from './make-value.ts';
import { perSchema } from './per-schema.ts';
import { satisfies } from './satisfies.ts';
import { unionOf } from './union.ts';
import { isFile } from './value-types.ts';

/** Deeper than this, an object or array made from its schema is as small as may be: the first depth at which few enough members are made. */
const DEPTHS = [6, 5, 4, 3, 2] as const;
const MAX_MADE = 600;
const MAX_CHECKS = 2000;

/** Stands with a made-up example that breaks a rule of its schema, as none was found that keeps them all. */
export const UNFIT = 'Made up, and not right in every point: no value was found that keeps all rules of this schema.';

/** The examples of a body: the document's own, else one made from the schema. Empty where there is no schema either. */
export function examplesOf(document: OpenApiDocument, media: MediaType, direction: Direction): NamedExample[] {
  const given = media.examples.filter((example) => example.value !== undefined || example.externalValue);
  const { schema, itemSchema, mediaType } = media;
  const hasValue = given.some(({ value }) => value !== undefined);
  const isBytes = !isText(mediaType) && schema !== undefined && holdsBytes(flatten(document, schema));
  const isUntold = schema === undefined && itemSchema === undefined;
  const list = isUntold || hasValue || isBytes ? given : [madeUp(document, media, direction), ...given];
  // What a link leads to is seen elsewhere: what is made from the schema stands first.
  return list.map((example) => {
    const { value } = example;
    const text =
      isXml(mediaType) && schema !== undefined && typeof value === 'object' && !isNumeric(value)
        ? xmlOf(document, schema, value)
        : hasPlacedParts(media) && Array.isArray(value)
          ? partsText(document, media, value)
          : streamText(mediaType, value);
    return text === undefined ? example : { ...example, value: text };
  });
}

/** Whether a body that is no text is bytes as they are: the schema says so, or no more than how many there are. */
function holdsBytes(flat: SchemaObject): boolean {
  const says = Object.keys(flat).filter((key) => !isAnnotationKey(key));
  return isFile(flat) || says.every((key) => key === 'minLength' || key === 'maxLength');
}

function madeUp(document: OpenApiDocument, media: MediaType, direction: Direction): NamedExample {
  const { schema = true, itemSchema } = media;
  const { value, isFit } =
    itemSchema === undefined ? madeExample(document, schema, direction) : madeItems(document, itemSchema, direction);
  // Bytes among the parts cannot be made up.
  const isTold = !(hasPlacedParts(media) && Array.isArray(value) && partsText(document, media, value) === undefined);
  return { name: '', summary: '', description: isFit ? '' : UNFIT, value: isTold ? value : undefined };
}

/** More kinds of items are not shown in one stream. */
const MAX_KINDS = 4;

/** A stream of one item, or of one of each kind. */
function madeItems(document: OpenApiDocument, items: Schema, direction: Direction): MadeExample {
  const kinds = unionOf(document, items)?.variants.slice(0, MAX_KINDS) ?? [];
  const whole = madeExample(document, items, direction);
  if (kinds.length < 2) return { ...whole, value: [whole.value] };
  const made = kinds.map(({ schema }) => madeExample(document, schema, direction).value);
  const fit = made.filter((value) => satisfies(document, items, value, direction));
  return fit.length > 0 ? { value: fit, isFit: true } : { ...whole, value: [whole.value] };
}

/** Those of them that a page can show: a value, or a link to one. */
export function shownExamples(document: OpenApiDocument, media: MediaType, direction: Direction): NamedExample[] {
  return examplesOf(document, media, direction).filter(
    ({ value, externalValue }) => value !== undefined || externalValue !== undefined,
  );
}

/** An example as a page writes it, and the language that this is. */
export function writtenExample(value: unknown, mediaType = 'application/json'): { text: string; language: string } {
  const isPlain = typeof value === 'string' && !isJson(mediaType);
  return {
    text: isPlain ? value : JSON.stringify(value ?? null, null, 2),
    language: isXml(mediaType) ? 'xml' : isPlain ? 'text' : 'json',
  };
}

/** The value to show for a parameter or header; `undefined` where the document gives none and none is needed. */
export function parameterExample(document: OpenApiDocument, parameter: Header): unknown {
  const given = givenValue(document, parameter);
  if (given !== undefined) return given;
  return parameter.required ? exampleOf(document, parameter.schema, 'request') : undefined;
}

/** Names of the parameters that are needed, and for which no value is given and none was found that keeps all rules. */
export function unfitParameters(document: OpenApiDocument, parameters: Header[]): string[] {
  return parameters
    .filter((parameter) => parameter.required && givenValue(document, parameter) === undefined)
    .filter(({ schema }) => !madeExample(document, schema, 'request').isFit)
    .map(({ name }) => name);
}

function givenValue(document: OpenApiDocument, { schema, examples }: Header): unknown {
  const [fixed] = fixedValues(flatten(document, schema));
  return (
    examples.find((example) => example.value !== undefined)?.value ?? givenExample(document, schema, 'request') ?? fixed
  );
}

/** An instance of the schema: its own examples and defaults where it has them, plain values where not. */
export function exampleOf(document: OpenApiDocument, schema: Schema, direction: Direction): unknown {
  return madeExample(document, schema, direction).value;
}

export interface MadeExample {
  value: unknown;
  /** Whether it is the document's own, or satisfies its schema. */
  isFit: boolean;
}

const made = perSchema(() => new Map<Direction, MadeExample>());

/** The same, with whether it satisfies the schema. Made once. */
export function madeExample(document: OpenApiDocument, schema: Schema, direction: Direction): MadeExample {
  if (typeof schema === 'boolean') return { value: undefined, isFit: schema };
  const ofSchema = made(document, schema);
  const result = ofSchema.get(direction) ?? firstMade(document, schema, direction);
  ofSchema.set(direction, result);
  return result;
}

function firstMade(document: OpenApiDocument, schema: Schema, direction: Direction): MadeExample {
  const given = givenExample(document, schema, direction);
  if (given !== undefined) return { value: given, isFit: true };
  let value: unknown;
  for (const depth of DEPTHS) {
    const counts = { left: MAX_MADE, checks: MAX_CHECKS };
    value = makeValue({ document, direction, path: [], depth, made: counts }, schema);
    if (counts.left >= 0) break;
  }
  const isUntold = value === undefined && Object.keys(flatten(document, schema)).length === 0;
  return { value, isFit: isUntold || satisfies(document, schema, value, direction) };
}
