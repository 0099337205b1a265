/** Bodies as Postman has them. @see https://schema.postman.com/json/collection/v2.1.0/docs/index.html */
import { isXml } from '../openapi/document/media-types.ts';
import type { CollectionBody, CollectionPart } from './collection/body.ts';
import { filledText, inBraces } from './collection/request-text.ts';
import type { PostmanBody, PostmanPart } from './postman-format.ts';

export function postmanBody(body: CollectionBody): PostmanBody {
  switch (body.kind) {
    case 'json':
    case 'text': {
      const language = body.kind === 'json' ? 'json' : isXml(body.contentType) ? 'xml' : 'text';
      return { mode: 'raw', raw: filledText(body.text, inBraces), options: { raw: { language } } };
    }
    case 'form':
      return {
        mode: 'urlencoded',
        urlencoded: body.fields.map(({ name, text }) => ({ key: name, value: filledText(text, inBraces) })),
      };
    case 'multipart':
      return { mode: 'formdata', formdata: body.parts.map(partOf) };
    case 'file':
      return { mode: 'file', file: { src: body.file } };
  }
}

function partOf(part: CollectionPart): PostmanPart {
  const { name: key, type } = part;
  const typed = type !== undefined && { contentType: type };
  if ('file' in part) return { key, type: 'file', src: part.file, ...typed };
  return { key, type: 'text', value: filledText(part.text, inBraces), ...typed };
}
