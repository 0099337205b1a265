/** How the members of a form or multipart body are sent, where that is not as plain text. */
import type { EncodingObject, OpenApiDocument, Schema, SchemaObject } from '../document/openapi-document.ts';
import type { MediaType } from '../model/media-type.ts';
import { concreteType, isForm, isJson, isMultipart, isText, isXml } from '../document/media-types.ts';
import { hasPlacedParts } from '../model/media-type.ts';
import { headersOf } from '../model/operations.ts';
import { parameterExample } from '../schema/example.ts';
import { headerText } from './serialize.ts';
import { fieldsOf } from '../schema/fields.ts';
import { flatten } from '../schema/flatten.ts';
import { typesOf } from '../document/schema-types.ts';
import { isFile } from '../schema/value-types.ts';
import { unionOf } from '../schema/union.ts';

/** @see https://spec.openapis.org/oas/v3.1.1#encoding-object */
export interface BodyPart {
  /** A file of the reader's; of a list, each of its items is one. */
  file?: true;
  /** As the document says: one media type, several with commas between them, or a range such as `image/*`. */
  contentType?: string;
  /** Set where a text too is written as JSON, in quotes. */
  json?: true;
  /** Set where what is no text is written as XML. */
  xml?: true;
  /** Set where the document chooses a style, which takes the place of a content type. */
  style?: string;
  explode?: boolean;
  allowReserved?: true;
  /** The part's own headers that are required or have an example, as they are sent. */
  headers?: [name: string, value: string][];
}

/** The parts of a body by the name of their member. Those of plain text are left out; a body of JSON has none. */
export function bodyPartsOf(document: OpenApiDocument, media: MediaType): Record<string, BodyPart> {
  const { mediaType, schema, encoding = {} } = media;
  if (schema === undefined || !(isForm(mediaType) || isMultipart(mediaType)) || hasPlacedParts(media)) return {};
  const parts = membersOf(document, schema).map(([name, member]) => {
    const given = Object.hasOwn(encoding, name) ? encoding[name] : undefined;
    const part = partOf(itemOf(document, member), given, isMultipart(mediaType));
    const headers = isMultipart(mediaType) ? sentHeaders(document, given) : [];
    return [name, { ...part, ...(headers.length > 0 && { headers }) }] as const;
  });
  return Object.fromEntries(parts.filter(([, part]) => Object.keys(part).length > 0));
}

/** A name that is none of a header's cannot be sent, and the part's own place is told by whoever writes it. */
function sentHeaders(document: OpenApiDocument, encoding: EncodingObject | undefined): [name: string, value: string][] {
  return headersOf(document, encoding?.headers)
    .filter(({ name }) => /^[\w!#$%&'*+.^`|~-]+$/.test(name) && !/^content-disposition$/i.test(name))
    .flatMap((header): [string, string][] => {
      const value = parameterExample(document, header);
      const wire = { ...header, in: 'header' as const, style: 'simple', explode: false };
      return value === undefined ? [] : [[header.name, headerText(wire, value)]];
    });
}

/** The members that a schema names, those of its alternatives first. */
function membersOf(document: OpenApiDocument, schema: Schema): [name: string, schema: Schema][] {
  const variants = unionOf(document, schema)?.variants.map((variant) => variant.schema) ?? [];
  return [...variants, schema].flatMap((source) =>
    fieldsOf(document, source, 'request')
      .filter(({ kind }) => kind === 'property')
      .map(({ name, schema: member }): [string, Schema] => [name, member]),
  );
}

/** What one part holds: each item of a list is a part of its own, and a text where nothing is told of items. */
function itemOf(document: OpenApiDocument, member: Schema): SchemaObject {
  const flat = flatten(document, member);
  return typesOf(flat)[0] === 'array' ? flatten(document, flat.items ?? { type: 'string' }) : flat;
}

/** Whether nothing is told of a value: in a part of its own such is bytes. */
function isUntyped(item: SchemaObject): boolean {
  const { oneOf, anyOf, default: preset, example, examples } = item;
  return typesOf(item).length === 0 && [oneOf, anyOf, preset, example, examples].every((told) => told === undefined);
}

/** Whether a text is one in which a value is written already. */
function isWritten({ contentMediaType, contentSchema }: SchemaObject): boolean {
  return contentMediaType !== undefined || contentSchema !== undefined;
}

function partOf(item: SchemaObject, encoding: EncodingObject | undefined, multipart: boolean): BodyPart {
  const { contentType, style, explode, allowReserved } = encoding ?? {};
  if (style !== undefined || explode !== undefined || allowReserved)
    return {
      style: style ?? 'form',
      explode: explode ?? (style === undefined || style === 'form'),
      ...(allowReserved && { allowReserved }),
    };
  const written = concreteType(contentType) ?? '';
  const isBytes = isUntyped(item) && (contentType === undefined || !isText(contentType));
  return {
    ...(multipart && (isFile(item) || isBytes) && { file: true }),
    ...(multipart && contentType !== undefined && { contentType }),
    ...(isJson(written) && !isWritten(item) && { json: true }),
    ...(isXml(written) && { xml: true }),
  };
}
