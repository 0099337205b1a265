/** Bodies as Insomnia has them. @see https://developer.konghq.com/insomnia/import-export/ */
import { isForm } from '../../openapi/document/media-types.ts';
import type { CollectionBody, CollectionPart } from '../collection/body.ts';
import type { WriteVariable } from '../collection/request-text.ts';
import { filledText } from '../collection/request-text.ts';

export function insomniaBody(body: CollectionBody, write: WriteVariable): object {
  switch (body.kind) {
    case 'json':
    case 'text':
      // It takes the text of a form from fields alone; the header tells what is sent.
      return {
        mimeType: isForm(body.contentType) ? 'text/plain' : body.contentType,
        text: filledText(body.text, write),
      };
    case 'form':
      return {
        mimeType: 'application/x-www-form-urlencoded',
        params: body.fields.map(({ name, text }) => ({ name, value: filledText(text, write) })),
      };
    case 'multipart':
      return { mimeType: 'multipart/form-data', params: body.parts.map((part) => partOf(part, write)) };
    case 'file':
      return { mimeType: 'application/octet-stream', fileName: body.file };
  }
}

/** A file's media type Insomnia finds by its name. */
function partOf(part: CollectionPart, write: WriteVariable): object {
  const { name, type } = part;
  if ('file' in part) return { name, type: 'file', fileName: part.file };
  return { name, type: 'text', value: filledText(part.text, write), ...(type !== undefined && { multiline: type }) };
}
