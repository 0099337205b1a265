import { encodeFixedPath } from '../../openapi/request/percent-encoding.ts';
import type { SecretText } from '../samples/request.ts';
import { fillSecrets } from '../samples/request.ts';
import { bodyNotes, contentTypeOf } from './body.ts';
import type { CollectionRequest } from './collection.ts';
import { encodedText } from './parameters.ts';
import type { CollectionParameter } from './parameters.ts';

/** How a program writes a variable: `{{contact_id}}`. */
export type WriteVariable = (variable: string) => string;

export const inBraces: WriteVariable = (variable) => `{{${variable}}}`;

/** A text with its variables as a program writes them. */
export function filledText(text: SecretText, write: WriteVariable): string {
  return fillSecrets(text, ({ variable }) => write(variable));
}

/** `/contacts/{{contact_id}}`: the path with each parameter as its variable, else as the document's example. */
export function pathText({ operation, parameters }: CollectionRequest, write: WriteVariable): string {
  return operation.path
    .split(/(\{[^{}]+\})/)
    .map((part) => {
      const parameter = parameters.find((candidate) => candidate.in === 'path' && `{${candidate.name}}` === part);
      if (parameter) return filledText(encodedText(parameter.value, encodeURIComponent), write);
      return /^\{.+\}$/.test(part) ? part : encodeFixedPath(part);
    })
    .join('');
}

/** `?status=open`: those of a query's parameters that must be sent. */
export function queryText(query: readonly CollectionParameter[], write: WriteVariable): string {
  const sent = query.filter(({ isOptional }) => !isOptional);
  const pairs = sent.map(
    ({ name, value }) => `${encodeURIComponent(name)}=${filledText(encodedText(value, encodeURIComponent), write)}`,
  );
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

export function parametersIn(
  { parameters }: CollectionRequest,
  place: CollectionParameter['in'],
): CollectionParameter[] {
  return parameters.filter((parameter) => parameter.in === place);
}

/** The headers that are always sent, but that of the bearer token: what the body is, and those the document requires. */
export function sentHeaders(request: CollectionRequest): [name: string, value: SecretText][] {
  const contentType = contentTypeOf(request.body);
  return [
    ['Accept', 'application/json'],
    ...(contentType === undefined ? [] : [['Content-Type', contentType] as [string, string]]),
    ...parametersIn(request, 'header')
      .filter(({ isOptional }) => !isOptional)
      .map(({ name, value }): [string, SecretText] => [name, encodedText(value, lineOfHeader)]),
  ];
}

/** Of a header's text, which a variable may go before or after. */
function lineOfHeader(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** A text where only one line can stand: a comment. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** What the reader has to know of what is sent, a line a note. */
export function requestNotes({ authNotes, body, leftOut = [] }: CollectionRequest): string[] {
  return [...authNotes, ...bodyNotes(body), ...leftOut];
}

/** Markdown: what the operation is for, the notes of its request, and a link to the reference where there is one. */
export function requestMarkdown(request: CollectionRequest, moreNotes: readonly string[] = []): string {
  const { description, documented } = request;
  return [description.trim(), ...requestNotes(request), ...moreNotes, documented && `[Reference](${documented})`]
    .filter(Boolean)
    .join('\n\n');
}
