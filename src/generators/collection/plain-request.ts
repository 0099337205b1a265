/** Requests as a program can be given them: no text of the document's becomes a variable, code or a file in it. */
import { isForm } from '../../openapi/document/media-types.ts';
import { formText } from '../samples/form-text.ts';
import { joinTexts, partsOf } from '../samples/request.ts';
import type { SecretText } from '../samples/request.ts';
import type { CollectionBody, CollectionField } from './body.ts';
import type { CollectionRequest } from './collection.ts';

type FormBody = CollectionBody & { kind: 'form' };
type TextBody = CollectionBody & { kind: 'json' | 'text' };

export interface RequestReader {
  /** What the program reads in a text of a body or in a header, and has no way to escape. */
  reads?: RegExp;
  /** Whether it cannot send these fields but as the text that they are encoded to. */
  needsText?: (form: FormBody) => boolean;
}

/** The request with what the program can send of its headers and its body, and notes of what it cannot. */
export function plainRequest(request: CollectionRequest, reader: RequestReader): CollectionRequest {
  const { body: given, parameters: all, ...others } = request;
  const [read, parameters] = split(
    all,
    ({ in: place, name, value }) => place === 'header' && [name, value].some((text) => isReadInside(text, reader)),
  );
  const { body, leftOut } = given ? plainBody(given, reader) : { leftOut: [] };
  return {
    ...others,
    parameters,
    ...(body && { body }),
    leftOut: [...read.map(({ name }) => leftOutOf('header', name)), ...leftOut],
  };
}

function isRead(text: SecretText, { reads }: RequestReader): boolean {
  return partsOf(text).some((part) => typeof part === 'string' && reads !== undefined && reads.test(part));
}

/** Whether a program reads something in what stands within a line. */
export function isReadInside(text: SecretText, reader: RequestReader): boolean {
  return isRead(joinTexts('x', text), reader);
}

export interface PlainBody {
  body?: CollectionBody;
  leftOut: string[];
}

const NO_BODY: PlainBody = {
  leftOut: ['The body is left out: this program would take text of it for a variable or a command.'],
};

/** What the program can send of a body, and notes of the rest. */
export function plainBody(body: CollectionBody, reader: RequestReader): PlainBody {
  const isReadIn = (text: SecretText) => isReadInside(text, reader);
  if ('contentType' in body && isReadIn(body.contentType)) return NO_BODY;
  switch (body.kind) {
    case 'json':
      return { body, leftOut: [] };
    case 'text': {
      if (!isRead(body.text, reader)) return { body, leftOut: [] };
      const escaped = isForm(body.contentType) ? encodedSigns(body.text) : body.text;
      return isRead(escaped, reader) ? NO_BODY : { body: { ...body, text: escaped }, leftOut: [] };
    }
    case 'form': {
      const encoded = encodedForm(body);
      const fields = body.fields.flatMap(({ name, text }) => [name, text]);
      const isPlain = !isRead(encoded.text, reader) && !fields.some(isReadIn) && !reader.needsText?.(body);
      if (isPlain) return { body, leftOut: [] };
      return plainBody(encoded, reader);
    }
    case 'multipart': {
      const [read, parts] = split(body.parts, (part) => {
        const { name, type = '' } = part;
        const words = [name, type, 'file' in part ? part.file : ''];
        return words.some(isReadIn) || ('text' in part && isRead(part.text, reader));
      });
      const leftOut = read.map(({ name }) => leftOutOf('part', name));
      return parts.length === 0 && read.length > 0 ? { leftOut } : { body: { ...body, parts }, leftOut };
    }
    case 'file':
      return isReadIn(body.file) ? NO_BODY : { body, leftOut: [] };
  }
}

function leftOutOf(what: 'header' | 'part', name: string): string {
  return `The ${what} ${JSON.stringify(name)} is left out: this program would take text of it for a variable or a command.`;
}

function split<Item>(items: readonly Item[], isFirst: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}

/** A form as the text that is sent, with variables where they stand. */
export function encodedForm({ fields, contentType, notes }: FormBody): TextBody {
  const pairs = fields.flatMap((field, index) => [index === 0 ? '' : '&', pairText(field)]);
  return { kind: 'text', contentType, text: joinTexts(...pairs), notes };
}

function pairText({ name, text }: CollectionField): SecretText {
  const value = partsOf(text).map((part): SecretText => (typeof part === 'string' ? encoded(part) : [part]));
  return joinTexts(encoded(name), '=', ...value);
}

function encoded(text: string): string {
  return formText([['', text]]).slice(1);
}

/** A form's text that means the same, without signs, and without the word that it begins with. */
function encodedSigns(text: SecretText): SecretText {
  const encodedPart = (part: string) => part.replace(/^[a-z]|[^\x21-\x7e]|[{}<>#@/?]/giu, percent);
  return joinTexts(...partsOf(text).map((part): SecretText => (typeof part === 'string' ? encodedPart(part) : [part])));
}

function percent(sign: string): string {
  return Array.from(new TextEncoder().encode(sign), (byte) => `%${byte.toString(16).toUpperCase()}`).join('');
}
