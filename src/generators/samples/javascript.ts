import { formText, plainFields } from './form-text.ts';
import type { Dialect } from './literal.ts';
import { indentRest, isWritable, jsonString, jsonText, literal } from './literal.ts';
import { isByHand, multipartEnd, multipartHeader, partHead } from './multipart.ts';
import type { FormValue, SampleRequest, SecretText } from './request.ts';
import { comments, formFields, notSet, partsOf, secretsOf } from './request.ts';

export const javascriptLiteral: Dialect = {
  null: 'null',
  true: 'true',
  false: 'false',
  string: jsonString,
  filled: string,
  key: (name) => `${keyName(name)}: `,
  list: ['[', ']'],
  map: () => ['{', '}'],
  indent: '  ',
  trailingComma: true,
};

/** Prints a request with `fetch`, for Node and every other current runtime; top-level `await`, an ES module. */
export function javascript(given: SampleRequest): string {
  const request = fetchable(given);
  return [
    ...comments(request, '//'),
    ...imports(request),
    ...secretsOf(request).map((name) => `if (!process.env.${name}) fail("${name} ${notSet}.");`),
    ...bodySetup(request),
    `const response = await ${fetchCall(request)}.catch(${noAnswer});`,
    'if (!response.ok) fail(`${response.status} ${await response.text()}`);',
    ...shown(request),
    ...fail,
  ].join('\n');
}

/** The call of `fetch`, without what stands before it. */
export function fetchCall(request: SampleRequest): string {
  return `fetch(${string(request.url)}${options(request)})`;
}

/** `fetch` tells the cause beside the error: an error of its own, or several of one name. */
const noAnswer = '({ message, cause }) => fail(`No answer: ${cause?.code ?? message}`)';

const fail = ['', 'function fail(reason) {', '  console.error(reason);', '  process.exit(1);', '}'];

/** @see https://fetch.spec.whatwg.org/#forbidden-method */
const REFUSED = /^(?:CONNECT|TRACE|TRACK)$/i;

/** What `fetch` refuses to send is left out, and told. */
export function fetchable(request: SampleRequest): SampleRequest {
  const { method, body, notes = [] } = request;
  if (REFUSED.test(method)) return { ...request, notes: [...notes, `fetch refuses ${method}: use another client.`] };
  if (body === undefined || method !== 'GET') return request;
  const { body: _, ...rest } = request;
  const headers = rest.headers.filter(([name]) => name !== 'Content-Type');
  const note = 'fetch sends no body with GET, so this call goes without: use another client to send it.';
  return { ...rest, headers, notes: [...notes, note] };
}

function shown({ responseFormat = 'json', responseFile = 'response' }: SampleRequest): string[] {
  switch (responseFormat) {
    case 'json':
      return ['console.log(JSON.stringify(await response.json(), null, 2));'];
    case 'text':
      return ['console.log(await response.text());'];
    case 'stream':
      return [
        'for await (const text of response.body.pipeThrough(new TextDecoderStream())) process.stdout.write(text);',
      ];
    case 'file':
      return [`await writeFile(${jsonString(responseFile)}, new Uint8Array(await response.arrayBuffer()));`];
    case 'none':
      return ['console.log(response.status);'];
  }
}

/** Whether a file of the reader's is sent. */
export function opensFile({ body, bodyFormat = 'json' }: SampleRequest): boolean {
  const isFilled = ([, value]: [string, FormValue]): boolean => typeof value !== 'string' && 'file' in value;
  return (
    body !== undefined && (bodyFormat === 'binary' || (bodyFormat === 'multipart' && formFields(body).some(isFilled)))
  );
}

function imports(request: SampleRequest): string[] {
  const { responseFormat } = request;
  const lines = [
    ...(opensFile(request) ? ['import { openAsBlob } from "node:fs";'] : []),
    ...(responseFormat === 'file' ? ['import { writeFile } from "node:fs/promises";'] : []),
  ];
  return lines.length > 0 ? [...lines, ''] : [];
}

function options(request: SampleRequest): string {
  const headers = isByHand(request) ? [...request.headers, multipartHeader(request.multipartType)] : request.headers;
  const members = [
    ...(request.method === 'GET' ? [] : [`method: ${jsonString(request.method)},`]),
    ...(headers.length > 0 ? [`headers: {\n${headers.map(headerLine).join('\n')}\n  },`] : []),
    ...bodyOption(request),
  ];
  return members.length > 0 ? `, {\n  ${members.join('\n  ')}\n}` : '';
}

function headerLine([name, value]: SampleRequest['headers'][number]): string {
  return `    ${keyName(name)}: ${string(value)},`;
}

/** What stands before the call: the parts of a multipart body. */
export function bodySetup(request: SampleRequest): string[] {
  const { body, bodyFormat } = request;
  if (body === undefined || bodyFormat !== 'multipart') return [];
  const fields = formFields(body);
  if (!isByHand(request)) {
    const lines = fields.map(([name, value]) => `form.append(${jsonString(name)}, ${partOf(value)});`);
    return ['const form = new FormData();', ...lines, ''];
  }
  const parts = fields.map(([name, value]) => `  ${jsonString(partHead(name, value))}, ${contentOf(value)}, "\\r\\n",`);
  return ['const form = new Blob([', ...parts, `  ${jsonString(multipartEnd)},`, ']);', ''];
}

function partOf(value: FormValue): string {
  if (typeof value === 'string' || !('file' in value)) return contentOf(value);
  const type = value.type === undefined ? '' : `, { type: ${jsonString(value.type)} }`;
  return `await openAsBlob(${jsonString(value.file)}${type}), ${jsonString(value.file)}`;
}

function contentOf(value: FormValue): string {
  if (typeof value === 'string') return jsonString(value);
  return 'file' in value ? `await openAsBlob(${jsonString(value.file)})` : jsonString(value.text);
}

function bodyOption({ body, bodyFormat = 'json' }: SampleRequest): string[] {
  if (body === undefined) return [];
  switch (bodyFormat) {
    case 'json':
      return [`body: ${jsonBody(body)},`];
    case 'form': {
      const fields = plainFields(body);
      if (fields === undefined) return [`body: ${jsonString(formText(body))},`];
      return [`body: new URLSearchParams(${indentRest(literal(fields, javascriptLiteral), '  ')}),`];
    }
    case 'multipart':
      return ['body: form,'];
    case 'text':
      return [`body: ${jsonString(String(body))},`];
    case 'binary':
      return [`body: await openAsBlob(${jsonString(String(body))}),`];
  }
}

function jsonBody(body: unknown): string {
  if (isWritable(body, javascriptLiteral))
    return `JSON.stringify(${indentRest(literal(body, javascriptLiteral), '  ')})`;
  return `\`${jsonText(body).replace(/[\\`]|\$\{/g, '\\$&')}\``;
}

/** `__proto__` as a plain key of a literal would set the prototype. */
function keyName(name: string): string {
  if (name === '__proto__') return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : jsonString(name);
}

function string(text: SecretText): string {
  const parts = partsOf(text);
  if (parts.every((part) => typeof part === 'string')) return jsonString(parts.join(''));
  const [only, ...others] = parts;
  if (typeof only === 'object' && only.kept && others.length === 0) return only.variable;
  const inside = parts.map((part) =>
    typeof part === 'string'
      ? jsonString(part)
          .slice(1, -1)
          .replaceAll('\\"', '"')
          .replace(/`|\$\{/g, '\\$&')
      : `\${${part.kept ? '' : 'process.env.'}${part.variable}}`,
  );
  return `\`${inside.join('')}\``;
}
