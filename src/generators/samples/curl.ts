import { formText } from './form-text.ts';
import { indentRest, jsonText } from './literal.ts';
import type { FormPart, SampleRequest, Secret, SecretText } from './request.ts';
import { comments, formFields, joinTexts, partsOf } from './request.ts';

/** Prints a request for bash; every text is quoted so that the shell passes it on unchanged. */
export function curl(request: SampleRequest): string {
  const lines = [
    `curl ${responseOption(request)}${methodOption(request)}${globOption(request)}${word(request.url)}`,
    '--fail-with-body',
  ];
  for (const [name, value] of request.headers)
    lines.push(`-H ${word(value === '' ? `${name};` : joinTexts(`${name}: `, value))}`);
  // curl adds the boundary.
  if (request.multipartType !== undefined) lines.push(`-H ${word(`Content-Type: ${request.multipartType}`)}`);
  const command = [...lines, ...bodyOptions(request)].join(' \\\n  ');
  return [...comments(request, '#'), ...fileNote(request), command].join('\n');
}

function responseOption({ responseFormat, responseFile = 'response' }: SampleRequest): string {
  if (responseFormat === 'stream') return '--no-buffer ';
  return responseFormat === 'file' ? `--output ${responseFile} ` : '';
}

/** curl writes the body of an error where it writes any other. */
function fileNote({ responseFormat, responseFile = 'response' }: SampleRequest): string[] {
  return responseFormat === 'file' ? [`# If the answer is an error, ${responseFile} holds it.`] : [];
}

function methodOption({ method, body }: SampleRequest): string {
  if (method === 'HEAD') return '--head ';
  return method === 'GET' && body === undefined ? '' : `-X ${/^[\w-]+$/.test(method) ? method : single(method)} `;
}

/** curl reads brackets and braces in an address as a pattern. */
function globOption({ url }: SampleRequest): string {
  return partsOf(url).some((part) => typeof part === 'string' && /[[\]{}]/.test(part)) ? '--globoff ' : '';
}

function bodyOptions({ body, bodyFormat = 'json' }: SampleRequest): string[] {
  if (body === undefined) return [];
  if (bodyFormat === 'json') return [`-d ${single(indentRest(jsonText(body), '  '))}`];
  if (bodyFormat === 'text') return [`--data-raw ${withSigns(String(body))}`];
  if (bodyFormat === 'binary') return [`--data-binary ${single(`@${String(body)}`)}`];
  if (bodyFormat === 'form')
    return formText(body)
      .split('&')
      .map((pair) => `-d ${single(pair)}`);
  return formFields(body).map(([name, value]) =>
    typeof value === 'string'
      ? `--form-string ${single(`${name}=${value}`)}`
      : `-F ${single(`${name}=${partOption(value)}`)}`,
  );
}

/** A file's name, or a text; with what curl would read as an end or an option inside, it has to stand in quotes. */
function partOption(part: FormPart): string {
  const headers = (part.headers ?? []).map(([name, value]) => `;headers=${quoted(`${name}: ${value}`)}`).join('');
  if (!('file' in part)) return `${quoted(part.text)};type=${part.type}${headers}`;
  const type = part.type === undefined ? typeNotGuessed(part.file) : `;type=${part.type}`;
  return `@${/[;,"\\]/.test(part.file) ? quoted(part.file) : part.file}${type}${headers}`;
}

/** A file without a media type is bytes; curl would guess another for some. */
function typeNotGuessed(file: string): string {
  return /\.(?:gif|jpe?g|png|svg|txt|html?|pdf|xml)$/i.test(file) ? ';type=application/octet-stream' : '';
}

/** @see https://curl.se/docs/manpage.html#-F */
function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}

/** Double quotes where nothing in the text is special in them, single ones elsewhere; secrets stay variables. */
function word(text: SecretText): string {
  const parts = partsOf(text);
  if (parts.every((part) => typeof part !== 'string' || !/["$`\\!\n]/.test(part))) {
    return `"${parts.map((part) => (typeof part === 'string' ? part : variable(part))).join('')}"`;
  }
  return parts.map((part) => (typeof part === 'string' ? single(part) : `"${variable(part)}"`)).join('');
}

/** A shell stops at one that is not set, and says so. */
function variable({ variable: name }: Secret): string {
  return `\${${name}:?}`;
}

/** Signs that would be lost where the text is copied: bash writes them by their names. */
function withSigns(text: string): string {
  if (!/[\r\u001e]/.test(text)) return single(text);
  return `$'${text
    .replace(/[\\']/g, '\\$&')
    .replaceAll('\r', '\\r')
    .replaceAll('\n', '\\n')
    .replaceAll('\u001e', '\\x1e')}'`;
}

function single(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
