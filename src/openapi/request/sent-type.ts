/** Which media type is sent where a document names a range of them. */
import type { OpenApiDocument } from '../document/openapi-document.ts';
import type { MediaType } from '../model/media-type.ts';
import { isMultipart, isText } from '../document/media-types.ts';
import { flatten } from '../schema/flatten.ts';
import { typesOf } from '../document/schema-types.ts';
import { isFile } from '../schema/value-types.ts';

/** One of each range. */
const TYPICAL: Record<string, string> = {
  text: 'text/plain',
  image: 'image/png',
  audio: 'audio/mpeg',
  video: 'video/mp4',
  font: 'font/woff2',
  multipart: 'multipart/form-data',
};

/**
 * The media type that a body is sent as. Of what has a schema that describes no file, JSON; a range of files stays one, for the
 * file tells its own type.
 */
export function sentType(document: OpenApiDocument, { mediaType, schema }: MediaType): string {
  if (!mediaType.includes('*')) return mediaType;
  const flat = flatten(document, schema);
  const isValue = schema !== undefined && !isFile(flat);
  const isPlainText = isValue && mediaType.startsWith('*') && typesOf(flat).join() === 'string';
  const typical = isPlainText ? 'text/plain' : isValue ? typicalType(mediaType, 'json') : typicalType(mediaType);
  return isText(typical) || isMultipart(typical) ? typical : mediaType;
}

/** A media type within a range, any other as it is. */
export function typicalType(range: string, format = 'octet-stream'): string {
  if (!range.includes('*')) return range;
  const [, suffix] = /\*\+(\w+)/.exec(range) ?? [];
  return TYPICAL[range.split('/')[0] ?? ''] ?? `application/${suffix ?? format}`;
}
