/** A request as `.http` files have it. @see https://www.jetbrains.com/help/idea/exploring-http-syntax.html */
import { multipartEnd, multipartHeader, partHead } from '../samples/multipart.ts';
import type { FormFields, FormValue } from '../samples/request.ts';

/** A text as it is sent, the parts of a multipart body, or the name of a file that lies beside. */
export type HttpBody = { text: string } | { parts: FormFields; type?: string } | { file: string };

/**
 * What this format does not send but reads, in a header or in a text that has no way to escape it: variables and code, files and
 * answers, comments, checks, the next request. JetBrains' editors, httpYac and REST Client do not read all the same.
 */
export const READ =
  /\{\{|^\s*(?:#|\/[/*]|<(?=[\s@>]|$)|>(?=[\s>]|$)|@|\?\?|HTTP\/|[A-Z][A-Z-]+\s+\S|gql\b|query|mutation|fragment\s)/m;

/** The lines of a request. */
export function httpMessage(
  request: string,
  headers: readonly (readonly [name: string, value: string])[],
  body: HttpBody | undefined,
): string[] {
  const ofParts = body && 'parts' in body ? [multipartHeader(body.type)] : [];
  return [
    request,
    ...[...headers, ...ofParts].map(([name, value]) => `${name}: ${value}`),
    ...(body ? ['', ...bodyLines(body)] : []),
  ];
}

function bodyLines(body: HttpBody): string[] {
  if ('text' in body) return [body.text];
  if ('file' in body) return [fileLine(body.file)];
  return [...body.parts.flatMap(([name, value]) => partLines(name, value)), multipartEnd.trim()];
}

function partLines(name: string, value: FormValue): string[] {
  const head = partHead(name, value).split('\r\n').slice(0, -1);
  if (typeof value === 'string') return [...head, value];
  return [...head, 'file' in value ? fileLine(value.file) : value.text];
}

function fileLine(file: string): string {
  return `< ./${file}`;
}
