import type { Dialect } from './literal.ts';
import { indentRest, jsonString, literal } from './literal.ts';
import type { FormValue, SampleRequest, SecretText } from './request.ts';
import { fileNameOf, formFields, partsOf } from './request.ts';

const javascriptLiteral: Dialect = {
  null: 'null',
  true: 'true',
  false: 'false',
  string: jsonString,
  key: (name) => `${keyName(name)}: `,
  list: ['[', ']'],
  map: () => ['{', '}'],
  indent: '  ',
  trailingComma: true,
};

/** Prints a request with `fetch`, for Node and every other current runtime; top-level `await`, an ES module. */
export function javascript(request: SampleRequest): string {
  const { responseFormat = 'json' } = request;
  const call = `const response = await fetch(${string(request.url, request)}${options(request)});`;
  const result = {
    json: 'console.log(response.status, await response.json());',
    text: 'console.log(response.status, await response.text());',
    none: 'console.log(response.status);',
  }[responseFormat];
  return [...bodySetup(request), call, result].join('\n');
}

function options(request: SampleRequest): string {
  const members = [
    ...(request.method === 'GET' ? [] : [`method: "${request.method}",`]),
    ...(request.headers.length > 0
      ? [`headers: {\n${request.headers.map((header) => headerLine(header, request)).join('\n')}\n  },`]
      : []),
    ...bodyOption(request),
  ];
  return members.length > 0 ? `, {\n  ${members.join('\n  ')}\n}` : '';
}

function headerLine([name, value]: SampleRequest['headers'][number], request: SampleRequest): string {
  return `    ${keyName(name)}: ${string(value, request)},`;
}

function bodySetup({ body, bodyFormat = 'json' }: SampleRequest): string[] {
  if (body === undefined) return [];
  if (bodyFormat === 'binary') return ['import { openAsBlob } from "node:fs";', ''];
  if (bodyFormat !== 'multipart') return [];
  const fields = formFields(body);
  const imports = fields.some(([, value]) => typeof value !== 'string' && 'file' in value)
    ? ['import { openAsBlob } from "node:fs";', '']
    : [];
  const lines = fields.map(([name, value]) => `form.append(${jsonString(name)}, ${partOf(name, value)});`);
  return [...imports, 'const form = new FormData();', ...lines, ''];
}

function partOf(name: string, value: FormValue): string {
  if (typeof value === 'string') return jsonString(value);
  const type = value.type === undefined ? '' : `, { type: ${jsonString(value.type)} }`;
  const blob =
    'file' in value
      ? `await openAsBlob(${jsonString(value.file)}${type})`
      : `new Blob([${jsonString(value.text)}]${type})`;
  return `${blob}, ${jsonString(fileNameOf(name, value))}`;
}

function bodyOption({ body, bodyFormat = 'json' }: SampleRequest): string[] {
  if (body === undefined) return [];
  switch (bodyFormat) {
    case 'json':
      return [`body: JSON.stringify(${indentRest(literal(body, javascriptLiteral), '  ')}),`];
    case 'form':
      return [`body: new URLSearchParams(${indentRest(literal(formFields(body), javascriptLiteral), '  ')}),`];
    case 'multipart':
      return ['body: form,'];
    case 'text':
      return [`body: ${jsonString(String(body))},`];
    case 'binary':
      return [`body: await openAsBlob(${jsonString(String(body))}),`];
  }
}

/** `__proto__` as a plain key of a literal would set the prototype. */
function keyName(name: string): string {
  if (name === '__proto__') return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : jsonString(name);
}

function string(text: SecretText, { secretVariable }: SampleRequest): string {
  const parts = partsOf(text);
  if (parts.length === 1) return jsonString(parts[0] ?? '');
  const inside = parts.map((part) =>
    jsonString(part)
      .slice(1, -1)
      .replaceAll('\\"', '"')
      .replace(/`|\$\{/g, '\\$&'),
  );
  return `\`${inside.join(`\${process.env.${secretVariable}}`)}\``;
}
