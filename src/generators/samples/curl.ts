import { indentRest } from './literal.ts';
import type { FormPart, SampleRequest, SecretText } from './request.ts';
import { formFields, joinTexts, partsOf } from './request.ts';

/** Prints a request for bash; every text is quoted so that the shell passes it on unchanged. */
export function curl(request: SampleRequest): string {
  const lines = [`curl ${methodOption(request)}${globOption(request)}${word(request.url, request)}`];
  for (const [name, value] of request.headers)
    lines.push(`-H ${word(value === '' ? `${name};` : joinTexts(`${name}: `, value), request)}`);
  return [...lines, ...bodyOptions(request)].join(' \\\n  ');
}

function methodOption({ method, body }: SampleRequest): string {
  if (method === 'HEAD') return '--head ';
  return method === 'GET' && body === undefined ? '' : `-X ${method} `;
}

/** curl reads brackets and braces in an address as a pattern. */
function globOption({ url }: SampleRequest): string {
  return partsOf(url).some((part) => /[[\]{}]/.test(part)) ? '--globoff ' : '';
}

function bodyOptions({ body, bodyFormat = 'json' }: SampleRequest): string[] {
  if (body === undefined) return [];
  if (bodyFormat === 'json') return [`-d ${single(indentRest(JSON.stringify(body, null, 2), '  '))}`];
  if (bodyFormat === 'text') return [`--data-raw ${single(String(body))}`];
  if (bodyFormat === 'binary') return [`--data-binary ${single(`@${String(body)}`)}`];
  return formFields(body).map(([name, value]) => {
    if (typeof value !== 'string') return `-F ${single(`${name}=${partOption(value)}`)}`;
    if (bodyFormat === 'form') return `--data-urlencode ${single(`${encodeURIComponent(name)}=${value}`)}`;
    return `--form-string ${single(`${name}=${value}`)}`;
  });
}

/** A file's name, or a text; with what curl would read as an end or an option inside, it has to stand in quotes. */
function partOption(part: FormPart): string {
  const type = part.type === undefined ? '' : `;type=${part.type}`;
  if (!('file' in part)) return quoted(part.text) + type;
  return `@${/[;,"\\]/.test(part.file) ? quoted(part.file) : part.file}${type}`;
}

/** @see https://curl.se/docs/manpage.html#-F */
function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}

/** Double quotes where nothing in the text is special in them, single ones elsewhere; the secret stays a variable. */
function word(text: SecretText, { secretVariable }: SampleRequest): string {
  const parts = partsOf(text);
  if (parts.every((part) => !/["$`\\!\n]/.test(part))) return `"${parts.join(`$${secretVariable}`)}"`;
  return parts.map((part) => (part === '' ? '' : single(part))).join(`"$${secretVariable}"`);
}

function single(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
