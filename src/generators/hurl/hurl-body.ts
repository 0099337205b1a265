/** Bodies as Hurl has them. @see https://hurl.dev/docs/grammar.html */
import type { CollectionBody, CollectionPart } from '../collection/body.ts';
import type { RequestReader } from '../collection/plain-request.ts';
import { filledText, inBraces } from '../collection/request-text.ts';
import { partsOf } from '../samples/request.ts';
import type { SecretText } from '../samples/request.ts';

/** It has an escape for each sign, but reads no field without a name. */
export const hurlReader: RequestReader = { needsText: ({ fields }) => fields.some(({ name }) => name === '') };

/** What stands below the headers of a request. */
export function hurlBody(body: CollectionBody): string[] {
  switch (body.kind) {
    case 'json':
      // Hurl takes JSON as it is, with variables in its texts.
      return [filledText(body.text, inBraces)];
    case 'text':
      return [textBody(body.text)];
    case 'form':
      return ['[Form]', ...body.fields.map(({ name, text }) => `${keyString(name)}: ${valueString(text)}`)];
    case 'multipart':
      return ['[Multipart]', ...body.parts.map(partLine)];
    case 'file':
      return [`file,${fileName(body.file)};`];
  }
}

function partLine(part: CollectionPart): string {
  const key = keyString(part.name);
  if (!('file' in part)) return `${key}: ${valueString(part.text).replace(/^file,/, '\\u{66}ile,')}`;
  // Without a media type Hurl would find one by the name.
  return `${key}: file,${fileName(part.file)}; ${part.type ?? 'application/octet-stream'}`;
}

/** Between three backticks everything stands as it is but variables; what cannot stand there is one line, escaped. */
function textBody(text: SecretText): string {
  const isPlain = partsOf(text).every((part) => typeof part !== 'string' || !/```|`$|\{\{|\r/.test(part));
  if (isPlain) return `\`\`\`\n${filledText(text, inBraces)}\`\`\``;
  return `\`${escaped(text, /[\\`{}\p{Cc}]/gu)}\``;
}

/** A bracket would open a section. */
export function keyString(name: string): string {
  return name.replace(/^\[|[^\p{L}\p{N}_.$@[\]-]/gu, unicode);
}

/** Spaces at its ends would be lost. */
export function valueString(text: SecretText): string {
  return escaped(text, /[\\#{}\p{Cc}]/gu).replace(/^ | $/g, unicode);
}

function fileName(name: string): string {
  return name.replace(/[\\#;{} \p{Cc}]/gu, unicode);
}

function escaped(text: SecretText, signs: RegExp): string {
  return partsOf(text)
    .map((part) => (typeof part === 'string' ? part.replace(signs, unicode) : inBraces(part.variable)))
    .join('');
}

function unicode(sign: string): string {
  return `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`;
}
