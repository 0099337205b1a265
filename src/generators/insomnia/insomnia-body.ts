/** Bodies as Insomnia has them. @see https://developer.konghq.com/insomnia/import-export/ */
import { isForm } from '../../openapi/document/media-types.ts';
import { unheadedNotes } from '../collection/body.ts';
import type { CollectionBody, CollectionPart } from '../collection/body.ts';
import { typeOfFile } from '../samples/file-name.ts';
import { partsOf } from '../samples/request.ts';
import type { SecretText } from '../samples/request.ts';

/** How it writes a variable. */
export const inTemplate = (variable: string): string => `{{ _.${variable} }}`;

/** A text that Insomnia, to which all are templates, sends as it is. @see https://mozilla.github.io/nunjucks/templating.html */
export function plainTemplate(text: string): string {
  return filledTemplate(text);
}

/** The same of a text with variables. */
export function filledTemplate(text: SecretText): string {
  const parts = partsOf(text);
  // What comes of a template is read as one again where it has this sign.
  const isReadTwice = parts.some((part) => typeof part === 'string' && part.includes('{%'));
  const plain = (part: string) => (isReadTwice ? escaped(escaped(part)) : escaped(part));
  return parts.map((part) => (typeof part === 'string' ? plain(part) : inTemplate(part.variable))).join('');
}

function escaped(text: string): string {
  return text.replace(/\{(?:[{%#]|$)|#\}/g, '{{ "$&" }}');
}

export function insomniaBody(body: CollectionBody): object {
  switch (body.kind) {
    case 'json':
    case 'text':
      // It takes the text of a form from fields alone; the header tells what is sent.
      return {
        mimeType: isForm(body.contentType) ? 'text/plain' : body.contentType,
        text: filledTemplate(body.text),
      };
    case 'form':
      return {
        mimeType: 'application/x-www-form-urlencoded',
        params: body.fields.map(({ name, text }) => ({ name: plainTemplate(name), value: filledTemplate(text) })),
      };
    case 'multipart':
      return { mimeType: 'multipart/form-data', params: body.parts.map(partOf) };
    case 'file':
      return { mimeType: 'application/octet-stream', fileName: plainTemplate(body.file) };
  }
}

/** A file's media type Insomnia finds by its name. */
function partOf(part: CollectionPart): object {
  const name = plainTemplate(part.name);
  if ('file' in part) return { name, type: 'file', fileName: plainTemplate(part.file) };
  return {
    name,
    type: 'text',
    value: filledTemplate(part.text),
    ...(part.type !== undefined && { multiline: part.type }),
  };
}

/** Of files whose media type the document tells otherwise than their name does, and of parts with headers of their own. */
export function insomniaNotes(body: CollectionBody | undefined): string[] {
  if (body?.kind !== 'multipart') return [];
  const renamed = body.parts.flatMap((part) =>
    'file' in part && part.type !== undefined && part.type !== typeOfFile(part.file)
      ? [`The file ${part.file} is sent with the media type that its name tells, not with ${part.type}.`]
      : [],
  );
  return [...renamed, ...unheadedNotes(body)];
}
