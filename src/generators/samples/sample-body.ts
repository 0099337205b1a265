/** The body of a sample's request. */
import type { BundledContent } from '../../openapi/bundle/bundled-body.ts';
import type { BundledOperation } from '../../openapi/bundle/bundled-operation.ts';
import { isRecord } from '../../openapi/document/refs.ts';
import { isForm, isJson, isMultipart, isText } from '../../openapi/document/media-types.ts';
import { BOUNDARY } from '../../openapi/model/boundary.ts';
import type { Schema, SchemaRoot } from '../../openapi/document/openapi-document.ts';
import { xmlOf } from '../../openapi/schema/example-xml.ts';
import { flatten } from '../../openapi/schema/flatten.ts';
import { isNumeric } from '../../json-text/exact-number.ts';
import { typicalType } from '../../openapi/request/sent-type.ts';
import { formBody } from './form-body.ts';
import { fileName } from './file-name.ts';
import { jsonText } from './literal.ts';
import type { BodyFormat, FormFields, FormValue, SampleRequest } from './request.ts';

export interface GivenBody {
  /** The document's first example unless told. */
  body?: unknown;
  mediaType?: string;
}

export interface SampleBody {
  body?: unknown;
  bodyFormat?: BodyFormat;
  /** As of a request. */
  multipartType?: string;
  /** Unless what writes the body tells it. */
  contentType?: string;
  notes?: string[];
}

/** The body that is given, else the document's first example, else a file. A HEAD or TRACE has none. */
export function sampleBody(operation: BundledOperation, values: GivenBody): SampleBody {
  const content = operation.body?.content ?? [];
  const media = content.find(({ mediaType }) => mediaType === values.mediaType) ?? content[0];
  if (!media || /^(?:HEAD|TRACE)$/.test(operation.method)) return {};
  const contentType = typicalType(media.mediaType);
  const sent = 'body' in values ? given(operation, values.body, media) : documented(operation, media, contentType);
  return sent.body === undefined || isMultipart(contentType) ? sent : { contentType, ...sent };
}

/** The document's first example; bytes and what only stands elsewhere come from a file. */
function documented(operation: BundledOperation, media: BundledContent, contentType: string): SampleBody {
  const example = media.examples.find(({ value }) => value !== undefined);
  if (media.placed && typeof example?.value !== 'string') return unwritten(contentType);
  const format = bodyFormat(contentType);
  if (example && format !== 'binary') return given(operation, example.value, media);
  const address = media.examples.find(({ externalValue }) => externalValue !== undefined)?.externalValue;
  const file = fileName(contentType, address);
  if (address !== undefined) return { body: file, bodyFormat: 'binary', notes: [`${file} is at ${oneLine(address)}`] };
  return format === 'binary' || format === 'text' ? { body: file, bodyFormat: 'binary' } : {};
}

function oneLine(address: string): string {
  return address.replace(/\s+/g, '%20');
}

/** A value as its media type wants it: fields of a form, text, the name of a file. */
function given(operation: BundledOperation, value: unknown, media: BundledContent): SampleBody {
  const { mediaType, parts } = media;
  const format = bodyFormat(mediaType);
  if (format === 'multipart' && typeof value === 'string') return writtenParts(value, mediaType);
  if (value === undefined || format === 'json') return { body: value, bodyFormat: format };
  if (format === 'binary') return { body: fileName(typicalType(mediaType)), bodyFormat: format };
  if (format === 'text')
    return { body: typeof value === 'string' ? value.toWellFormed() : jsonText(value), bodyFormat: format };
  if (isRecord(value)) {
    const body = formBody(withXml(operation, media, value), format, parts);
    return { body, bodyFormat: format, ...(typeof body !== 'string' && typeOfParts(typicalType(mediaType), body)) };
  }
  // Fields have names; of a list, say, the text is sent.
  return typeof value === 'string'
    ? { body: value, bodyFormat: format }
    : { body: jsonText(value), bodyFormat: 'text', contentType: mediaType };
}

/** The members of a form, with text in the place of those that are written as XML. */
function withXml(
  { $defs }: BundledOperation,
  { schema, parts = {} }: BundledContent,
  members: Record<string, unknown>,
): Record<string, unknown> {
  if (!Object.values(parts).some(({ xml }) => xml)) return members;
  const root = { $defs };
  const { properties = {} } = flatten(root, schema);
  const written = Object.entries(members).map(([name, value]) => {
    if (!Object.hasOwn(parts, name) || !parts[name]?.xml) return [name, value];
    const member = Object.hasOwn(properties, name) ? properties[name] : true;
    if (!Array.isArray(value)) return [name, xmlText(root, member, value)];
    const { items } = flatten(root, member);
    return [name, value.map((item) => xmlText(root, items, item))];
  });
  return Object.fromEntries(written) as Record<string, unknown>;
}

function xmlText(root: SchemaRoot, schema: Schema | undefined, value: unknown): unknown {
  return typeof value === 'object' && !isNumeric(value) ? xmlOf(root, schema ?? true, value) : value;
}

/** What a multipart body is that is no form: one of related parts tells the media type of the first. */
function typeOfParts(mediaType: string, [first]: FormFields): Pick<SampleRequest, 'multipartType'> {
  if (!isMultipart(mediaType) || /^multipart\/form-data\b/i.test(mediaType)) return {};
  const isUntold = /^multipart\/related\b/i.test(mediaType) && !/;\s*type=/i.test(mediaType);
  return { multipartType: isUntold && first ? `${mediaType}; type="${typeOfPart(first[1])}"` : mediaType };
}

function typeOfPart(value: FormValue): string {
  if (typeof value === 'string') return 'text/plain';
  return value.type ?? 'application/octet-stream';
}

/** A multipart body that is text already: its first line tells where it is cut. */
function writtenParts(text: string, mediaType: string): SampleBody {
  const boundary = /^--(\S+)/.exec(text)?.[1] ?? BOUNDARY;
  return { body: text.toWellFormed(), bodyFormat: 'text', contentType: `${mediaType}; boundary=${boundary}` };
}

/** Parts of bytes cannot be written here: the reader's program does, or has. */
export function unwritten(mediaType: string): SampleBody {
  const body = 'parts.bin';
  const notes = [
    `${body} holds the parts, each behind a line --${BOUNDARY} and its headers, and --${BOUNDARY}-- at its end.`,
  ];
  return { body, bodyFormat: 'binary', contentType: `${mediaType}; boundary=${BOUNDARY}`, notes };
}

/** How a media type is written; anything unknown is a file. */
export function bodyFormat(mediaType: string): BodyFormat {
  if (isJson(mediaType)) return 'json';
  if (isForm(mediaType)) return 'form';
  if (isMultipart(mediaType)) return 'multipart';
  return isText(mediaType) ? 'text' : 'binary';
}
