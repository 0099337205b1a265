import type { OpenApiDocument, Schema, SchemaObject } from '../document/openapi-document.ts';
import { escapeStep } from '../../json-text/json-pointer.ts';
import { pointerName } from '../document/refs.ts';
import { soleRef } from './component-ref.ts';
import { memberSchema } from './fields.ts';
import { flatten } from './flatten.ts';
import { perSchema } from './per-schema.ts';
import { satisfies } from './satisfies.ts';
import { unionsOf } from './union.ts';

const known = new WeakMap<OpenApiDocument, Map<string, SchemaObject>>();

/**
 * A subtype with the value that the discriminator of its base has for it, and a base that stands in `allOf` with texts beside it
 * as the base that it is; any other schema as it is.
 */
export function asSubtype(document: OpenApiDocument, schema: Schema): Schema {
  const ref = soleRef(schema);
  if (ref === undefined || typeof schema !== 'object') return schema;
  const subtypes = known.get(document) ?? subtypesIn(document);
  known.set(document, subtypes);
  const subtype = subtypes.get(ref);
  const isBase = subtype === undefined && flatten(document, { $ref: ref }).discriminator !== undefined;
  if (isBase) return schema.allOf ? asBase(document, schema) : schema;
  const isBare = Object.keys(schema).length === 1 && schema.$ref === ref;
  return subtype === undefined || isBare ? (subtype ?? schema) : withTexts(document, schema);
}

const asBase = perSchema((_, { allOf = [], ...texts }): SchemaObject => {
  const refs = allOf.flatMap((part) => soleRef(part) ?? []);
  return { ...texts, $ref: refs[0] ?? '', allOf: allOf.filter((part) => soleRef(part) === undefined) };
});

/** What stands beside the reference holds too. Made once, so that what leads to itself is known again. */
const withTexts = perSchema((document, schema): SchemaObject => {
  const subtype = known.get(document as OpenApiDocument)?.get(soleRef(schema) ?? '');
  return { allOf: [...(subtype?.allOf ?? []).slice(1), schema] };
});

/** Each subtype by its `$ref`: itself, then what the discriminator wants. */
function subtypesIn(document: OpenApiDocument): Map<string, SchemaObject> {
  const values = new Map<string, Map<string, string>>();
  for (const [name, base] of Object.entries(document.components?.schemas ?? {})) {
    if (typeof base !== 'object' || !base.discriminator) continue;
    for (const union of unionsOf(document, { $ref: `#/components/schemas/${escapeStep(name)}` })) {
      const { match, discriminator = '', variants } = union;
      for (const variant of match === 'subtypes' ? variants : []) {
        const ref = soleRef(variant.schema);
        const [value] = allowedValues(document, variant.schema, discriminator, variant.values);
        if (ref === undefined || value === undefined || flatten(document, variant.schema).discriminator) continue;
        const own = values.get(ref) ?? new Map<string, string>();
        // Of several bases, one that names it knows better than one that takes the name of the component.
        if ((own.get(discriminator) ?? pointerName(ref)) === pointerName(ref)) own.set(discriminator, value);
        values.set(ref, own);
      }
    }
  }
  return new Map([...values].map(([ref, own]) => [ref, { allOf: [{ $ref: ref }, ...[...own].map(withValue)] }]));
}

function withValue([name, value]: [string, string]): SchemaObject {
  return { type: 'object', required: [name], properties: { [name]: { enum: [value] } } };
}

/** Those values of a discriminator that the schema which they choose allows. */
export function allowedValues(
  document: OpenApiDocument,
  schema: Schema,
  discriminator: string,
  values: string[],
): string[] {
  const member = memberSchema(flatten(document, schema), discriminator);
  return values.filter((value) => satisfies(document, member, value, 'response'));
}
