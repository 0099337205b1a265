/** The body of a pasted request, as the form of an operation holds it. */
import type { BundledContent } from '../../../openapi/bundle/bundled-body.ts';
import type { BundledOperation } from '../../../openapi/bundle/bundled-operation.ts';
import { isForm, isJson, isMultipart } from '../../../openapi/document/media-types.ts';
import type { EncodedPair } from '../../../openapi/request/deserialize.ts';
import { decoded, encodedPairs, takeQueryValue } from '../../../openapi/request/deserialize.ts';
import { exactNumber, NUMBER, parseExact, stringifyExact } from '../../../json-text/exact-number.ts';
import { parseJson } from '../../../json-text/tree.ts';
import { takesFile } from '../request/input/body-content.ts';
import type { RequestInput } from '../request/input/request-input.ts';
import { schemaObject, typeOf } from '../request/input/request-input.ts';
import type { PastedPart, PastedRequest } from './read/pasted-request.ts';

/** @param headers that are not taken yet: the media type is taken out. */
export function fillBody(
  operation: BundledOperation,
  { body, method }: PastedRequest,
  headers: PastedRequest['headers'],
  left: string[],
): Pick<RequestInput, 'body' | 'mediaType'> {
  const type = takeType(headers);
  if (!body) return { body: '' };
  const content = contentFor(operation, body.kind === 'parts' ? typeOfParts(type) : type, textOf(body));
  if (!content) {
    left.push(
      operation.body
        ? `The body is ${type ?? 'of no media type'}: this operation takes ${operation.body.content.map(({ mediaType }) => mediaType).join(' or ')}.`
        : `The body is passed over: ${method} ${operation.path} takes none.`,
    );
    return { body: '' };
  }
  const { mediaType } = content;
  if (type !== undefined && isForm(type) && !isForm(mediaType))
    left.push(`curl would send the body as a form, since no Content-Type is told. Here it is ${mediaType}.`);
  const chosen = operation.body?.content[0] === content ? {} : { mediaType };
  return { body: bodyText(operation, content, body, left), ...chosen };
}

function takeType(headers: PastedRequest['headers']): string | undefined {
  const at = headers.findIndex(([name]) => name.toLowerCase() === 'content-type');
  return at === -1 ? undefined : headers.splice(at, 1)[0]?.[1];
}

/** That of a form, unless its header told another. */
function typeOfParts(type: string | undefined): string {
  return type !== undefined && isMultipart(type) ? type : 'multipart/form-data';
}

function textOf(body: NonNullable<PastedRequest['body']>): string {
  return body.kind === 'text' ? body.text : '';
}

/** What the document has of the media type; JSON that says nothing of itself, or that curl calls a form, is taken for JSON. */
function contentFor({ body }: BundledOperation, type: string | undefined, text: string): BundledContent | undefined {
  const { content = [] } = body ?? {};
  const plain = (mediaType: string): string => mediaType.split(';')[0]?.trim().toLowerCase() ?? '';
  const exact = content.find(({ mediaType }) => type !== undefined && plain(mediaType) === plain(type));
  if (exact) return exact;
  const inRange = content.find(({ mediaType }) => {
    const [range = '', kind] = plain(mediaType).split('/');
    return kind === '*' && (range === '*' || plain(type ?? '').startsWith(`${range}/`));
  });
  if (inRange) return inRange;
  const isUntold = type === undefined || isForm(type) || isJson(type) || plain(type) === 'text/plain';
  return isUntold && parseJson(text) ? content.find(({ mediaType }) => isJson(mediaType)) : undefined;
}

function bodyText(
  operation: BundledOperation,
  content: BundledContent,
  body: NonNullable<PastedRequest['body']>,
  left: string[],
): string {
  if (takesFile(content) || body.kind === 'file') {
    const name = body.kind === 'file' ? body.name : 'it';
    left.push(`The body is a file: choose ${name} again, since no page can read your disk.`);
    return '';
  }
  if (body.kind === 'parts') return written(partsValue(operation, content, body.parts, left));
  if (isForm(content.mediaType)) return written(formValue(operation, content, encodedPairs(body.text)));
  if (content.placed || !isMultipart(content.mediaType)) return body.text;
  left.push('The body is multipart, but its parts cannot be told: its boundary is missing.');
  return '';
}

const written = (value: Record<string, unknown>): string => stringifyExact(value, 2) ?? '';

/** Fields in their order; where the document chooses a style, as that has them. */
function formValue(
  operation: BundledOperation,
  content: BundledContent,
  pairs: EncodedPair[],
): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  const waiting = [...pairs];
  for (const [name, part] of Object.entries(content.parts ?? {})) {
    const { style, explode = false } = part;
    const kind = typeOf(memberSchema(operation, content, name));
    if (style === undefined || !(kind === 'array' || kind === 'object')) continue;
    const found = takeQueryValue({ name, in: 'query', style, explode }, waiting, kind);
    if (found !== undefined) value[name] = found;
  }
  for (const [name, texts] of grouped(waiting.map(([key, text]) => [decoded(key), decoded(text)])))
    value[name] = memberValue(operation, content, name, texts);
  return value;
}

function partsValue(
  operation: BundledOperation,
  content: BundledContent,
  parts: PastedPart[],
  left: string[],
): Record<string, unknown> {
  const files = parts.flatMap(({ file }) => file ?? []);
  if (files.length > 0) left.push(`Choose ${files.join(', ')} again: no page can read your disk.`);
  const texts = parts.map(({ name, text = '' }): EncodedPair => [name, text]);
  return Object.fromEntries(
    [...grouped(texts)].map(([name, values]) => [name, memberValue(operation, content, name, values)]),
  );
}

function grouped(pairs: EncodedPair[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [name, text] of pairs) groups.set(name, [...(groups.get(name) ?? []), text]);
  return groups;
}

/** A field as its schema has it: a list, a number, an object in JSON. */
function memberValue(operation: BundledOperation, content: BundledContent, name: string, texts: string[]): unknown {
  const schema = memberSchema(operation, content, name);
  const isList = typeOf(schema) === 'array';
  const item = isList ? schemaObject(operation, schema.items) : schema;
  const { json = false } = (Object.hasOwn(content.parts ?? {}, name) && content.parts?.[name]) || {};
  const values = texts.map((text) => (json && parseJson(text) ? parseExact(text) : typed(typeOf(item), text)));
  return isList || values.length > 1 ? values : values[0];
}

function memberSchema(operation: BundledOperation, { schema }: BundledContent, name: string) {
  const { properties = {} } = schemaObject(operation, schema);
  return schemaObject(operation, Object.hasOwn(properties, name) ? properties[name] : undefined);
}

function typed(type: string | undefined, text: string): unknown {
  if ((type === 'number' || type === 'integer') && new RegExp(`^${NUMBER}$`).test(text)) return exactNumber(text);
  if (type === 'boolean' && /^(?:true|false)$/.test(text)) return text === 'true';
  if (type === 'object' && parseJson(text)?.type === 'object') return parseExact(text);
  return text;
}
