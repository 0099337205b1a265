/** Bodies as Hoppscotch has them. @see https://docs.hoppscotch.io/documentation/features/rest-api-testing */
import { isXml } from '../../openapi/document/media-types.ts';
import type { CollectionBody, CollectionField } from '../collection/body.ts';
import { contentTypeOf } from '../collection/body.ts';
import type { RequestReader } from '../collection/plain-request.ts';
import type { WriteVariable } from '../collection/request-text.ts';
import { filledText } from '../collection/request-text.ts';
import { repeatsNames } from '../samples/request.ts';

/** The media types that a body of text can have in version 6 of its requests; a header tells any other. */
const TEXT_TYPES = [
  'application/json',
  'application/ld+json',
  'application/hal+json',
  'application/vnd.api+json',
  'application/xml',
  'text/xml',
  'text/html',
  'text/plain',
];

const FORM = 'application/x-www-form-urlencoded';

/** Of fields with one name it sends the last alone, and of a form's media type no parameters. */
export const hoppscotchReader: RequestReader = {
  reads: /<</,
  needsText: ({ fields, contentType }) => contentType !== FORM || repeatsNames(fields.map(({ name }) => [name, ''])),
};

interface HoppscotchBody {
  contentType: string | null;
  body: string | object[] | null;
}

export function hoppscotchBody(body: CollectionBody | undefined, write: WriteVariable): HoppscotchBody {
  switch (body?.kind) {
    case undefined:
    case 'file':
      return { contentType: null, body: null };
    case 'json':
    case 'text':
      return { contentType: textType(body), body: filledText(body.text, write) };
    case 'form':
      return { contentType: FORM, body: body.fields.map((field) => pairLine(field, write)).join('\n') };
    case 'multipart':
      return {
        contentType: 'multipart/form-data',
        body: body.parts.map((part) => {
          const { name: key } = part;
          if ('file' in part) return { key, active: true, isFile: true, value: [] };
          return { key, active: true, isFile: false, value: filledText(part.text, write) };
        }),
      };
  }
}

/** The header that tells what a body is, where the body's own media type does not. */
export function hoppscotchContentType(body: CollectionBody | undefined): string | undefined {
  const contentType = contentTypeOf(body);
  const isTold = body?.kind === 'form' || TEXT_TYPES.includes(contentType ?? '');
  return isTold ? undefined : contentType;
}

/** What the reader has to do: a collection of Hoppscotch holds no file. */
export function hoppscotchNotes(body: CollectionBody | undefined): string[] {
  if (body?.kind === 'file') return [`Choose ${body.file} as the body, of ${body.contentType}.`];
  if (body?.kind !== 'multipart') return [];
  return body.parts.flatMap((part) => ('file' in part ? [`Choose ${part.file} as ${part.name}.`] : []));
}

function textType({ kind, contentType }: CollectionBody & { kind: 'json' | 'text' }): string {
  if (TEXT_TYPES.includes(contentType)) return contentType;
  if (kind === 'json') return 'application/json';
  return isXml(contentType) ? 'application/xml' : 'text/plain';
}

function pairLine({ name, text }: CollectionField, write: WriteVariable): string {
  return `${quoted(name, /[:\n]/)}: ${quoted(filledText(text, write), /\n/)}`;
}

/** A text with signs that its lines read, or whose ends would be lost. */
function quoted(text: string, signs: RegExp): string {
  const isPlain = !signs.test(text) && !/^["#\s]|\s$/.test(text);
  return isPlain ? text : JSON.stringify(text).replaceAll('\\"', '\\u0022');
}
