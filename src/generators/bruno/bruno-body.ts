/** Bodies as Bruno has them. @see https://docs.usebruno.com/opencollection-yaml/structure-reference */
import { isXml } from '../../openapi/document/media-types.ts';
import type { CollectionBody, CollectionPart } from '../collection/body.ts';
import type { RequestReader } from '../collection/plain-request.ts';
import { filledText, inBraces } from '../collection/request-text.ts';

/** What Bruno says a body is unless a header tells it. */
const OWN_TYPE = { json: 'application/json', xml: 'application/xml', text: 'text/plain' };

/** It encodes the fields of a form only where the media type is this one, without parameters. */
export const brunoReader: RequestReader = {
  reads: /\{\{/,
  needsText: ({ contentType }) => contentType !== 'application/x-www-form-urlencoded',
};

export function brunoBody(body: CollectionBody): object {
  switch (body.kind) {
    case 'json':
    case 'text':
      return { type: textType(body), data: filledText(body.text, inBraces) };
    case 'form':
      return {
        type: 'form-urlencoded',
        data: body.fields.map(({ name, text }) => ({ name, value: filledText(text, inBraces) })),
      };
    case 'multipart':
      return { type: 'multipart-form', data: body.parts.map(partOf) };
    case 'file':
      return { type: 'file', data: [{ filePath: body.file, contentType: body.contentType, selected: true }] };
  }
}

function partOf(part: CollectionPart): object {
  const { name, type } = part;
  const typed = type !== undefined && { contentType: type };
  if ('file' in part) return { name, type: 'file', value: [part.file], ...typed };
  return { name, type: 'text', value: filledText(part.text, inBraces), ...typed };
}

/** The header that tells what a body is, where Bruno would say something else. Of forms and files it has a say itself. */
export function brunoContentType(body: CollectionBody | undefined): string | undefined {
  if (body?.kind !== 'json' && body?.kind !== 'text') return undefined;
  return body.contentType === OWN_TYPE[textType(body)] ? undefined : body.contentType;
}

function textType({ kind, contentType }: CollectionBody & { kind: 'json' | 'text' }): keyof typeof OWN_TYPE {
  if (kind === 'json') return 'json';
  return isXml(contentType) ? 'xml' : 'text';
}
