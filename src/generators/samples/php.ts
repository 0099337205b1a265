import type { Dialect } from './literal.ts';
import { literal } from './literal.ts';
import type { SampleRequest } from './request.ts';
import { formFields, secretMark } from './request.ts';

/** PHP has one kind of array: a map without names, or with those of a list, has to be made an object. */
const phpLiteral: Dialect = {
  null: 'null',
  true: 'true',
  false: 'false',
  string: phpString,
  key: (name) => `${phpString(name)} => `,
  list: ['[', ']'],
  map: (names) => (names.every((name, index) => name === String(index)) ? ['(object) [', ']'] : ['[', ']']),
  indent: '    ',
  trailingComma: true,
};

/** Prints a request with PHP's curl extension. */
export function php(request: SampleRequest): string {
  const { responseFormat = 'json' } = request;
  const show =
    responseFormat === 'none'
      ? []
      : [responseFormat === 'json' ? 'print_r(json_decode($response, true));' : 'echo $response;'];
  return [
    '<?php',
    `$request = curl_init(${string(request.url, request)});`,
    'curl_setopt_array($request, [',
    '    CURLOPT_RETURNTRANSFER => true,',
    ...methodLines(request),
    ...headerLines(request),
    ...bodyLines(request),
    ']);',
    '$response = curl_exec($request);',
    'echo curl_getinfo($request, CURLINFO_RESPONSE_CODE), PHP_EOL;',
    ...show,
  ].join('\n');
}

function methodLines({ method }: SampleRequest): string[] {
  if (method === 'GET') return [];
  return method === 'HEAD' ? ['    CURLOPT_NOBODY => true,'] : [`    CURLOPT_CUSTOMREQUEST => '${method}',`];
}

function headerLines(request: SampleRequest): string[] {
  if (request.headers.length === 0) return [];
  const lines = request.headers.map(
    ([name, value]) => `        ${string(value === '' ? `${name};` : `${name}: ${value}`, request)},`,
  );
  return ['    CURLOPT_HTTPHEADER => [', ...lines, '    ],'];
}

function bodyLines({ body, bodyFormat = 'json' }: SampleRequest): string[] {
  if (body === undefined) return [];
  return [`    CURLOPT_POSTFIELDS => ${bodyOf(body, bodyFormat)},`];
}

function bodyOf(body: unknown, format: NonNullable<SampleRequest['bodyFormat']>): string {
  switch (format) {
    case 'json':
      return `json_encode(${literal(body, phpLiteral, 1)})`;
    case 'form':
      return `http_build_query(${fieldsArray(body)})`;
    case 'multipart':
      return fieldsArray(body);
    case 'text':
      return phpString(String(body));
    case 'binary':
      return `file_get_contents(${phpString(String(body))})`;
  }
}

function fieldsArray(body: unknown): string {
  const lines = formFields(body).map(([name, value]) => {
    const printed = typeof value === 'string' ? phpString(value) : `new CURLFile(${phpString(value.file)})`;
    return `        ${phpString(name)} => ${printed},`;
  });
  return `[\n${lines.join('\n')}\n    ]`;
}

function phpString(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

function string(text: string, { secretVariable }: SampleRequest): string {
  const variable = `getenv('${secretVariable}')`;
  const parts = text
    .split(secretMark)
    .flatMap((part, index) => [...(index > 0 ? [variable] : []), ...(part === '' ? [] : [phpString(part)])]);
  return parts.join(' . ') || "''";
}
