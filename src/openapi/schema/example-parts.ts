/** Values as the parts of a multipart body that have a place and no name. */
import { stringifyExact } from '../../json-text/exact-number.ts';
import type { OpenApiDocument, Schema } from '../document/openapi-document.ts';
import { BOUNDARY } from '../model/boundary.ts';
import type { MediaType } from '../model/media-type.ts';
import { concreteType, isJson, isText } from '../document/media-types.ts';
import { flatten } from './flatten.ts';
import { isFile } from './value-types.ts';

/**
 * The whole body as text; `undefined` where a part is bytes, which no text holds.
 * @see https://www.rfc-editor.org/rfc/rfc2046#section-5.1.1
 */
export function partsText(document: OpenApiDocument, media: MediaType, values: unknown[]): string | undefined {
  const parts = values.map((value, index) => partText(document, media, value, index));
  if (parts.some((part) => part === undefined)) return undefined;
  return `${parts.join('')}--${BOUNDARY}--\r\n`;
}

function partText(document: OpenApiDocument, media: MediaType, value: unknown, index: number): string | undefined {
  const schema = schemaAt(document, media, index);
  const encoding = media.prefixEncoding?.[index] ?? media.itemEncoding;
  const type =
    concreteType(encoding?.contentType) ??
    typeOfValue(value, schema !== undefined && isFile(flatten(document, schema)));
  if (!isText(type)) return undefined;
  const text = typeof value === 'string' && !isJson(type) ? value : (stringifyExact(value) ?? '');
  return `--${BOUNDARY}\r\nContent-Type: ${type}\r\n\r\n${text.replace(/\r\n|\r|\n/g, '\r\n')}\r\n`;
}

/** What describes the part at a place: the item of a stream, or that of the list that the whole body is. */
function schemaAt(document: OpenApiDocument, { schema, itemSchema }: MediaType, index: number): Schema | undefined {
  if (itemSchema !== undefined || schema === undefined) return itemSchema;
  const { prefixItems = [], items } = flatten(document, schema);
  return prefixItems[index] ?? items;
}

/** @see https://spec.openapis.org/oas/v3.2.0.html#common-fixed-fields-0 */
function typeOfValue(value: unknown, hasBytes: boolean): string {
  if (hasBytes) return 'application/octet-stream';
  return typeof value === 'object' && value !== null ? 'application/json' : 'text/plain';
}
