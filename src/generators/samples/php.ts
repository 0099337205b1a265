import type { Dialect } from './literal.ts';
import { literal } from './literal.ts';
import { multipartEnd, multipartHeader, partHead } from './multipart.ts';
import type { FormFields, FormValue, SampleRequest, SecretText } from './request.ts';
import { fileNameOf, formFields, joinTexts, partsOf, repeatsNames } from './request.ts';

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
  const headers = isByHand(request) ? [...request.headers, multipartHeader] : request.headers;
  if (headers.length === 0) return [];
  const lines = headers.map(
    ([name, value]) => `        ${string(value === '' ? `${name};` : joinTexts(`${name}: `, value), request)},`,
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
      return formQuery(formFields(body));
    case 'multipart':
      return isByHand({ body, bodyFormat: format }) ? writtenParts(formFields(body)) : fieldsArray(formFields(body));
    case 'text':
      return phpString(String(body));
    case 'binary':
      return `file_get_contents(${phpString(String(body))})`;
  }
}

/** curl takes the fields of a form as a map, which holds each name once. */
function isByHand({ body, bodyFormat }: Pick<SampleRequest, 'body' | 'bodyFormat'>): boolean {
  return bodyFormat === 'multipart' && repeatsNames(formFields(body));
}

function formQuery(fields: FormFields): string {
  if (!repeatsNames(fields)) return `http_build_query(${fieldsArray(fields)})`;
  const lines = fields.map(
    ([name, value]) => `        http_build_query([${phpString(name)} => ${phpString(String(value))}]),`,
  );
  return `implode('&', [\n${lines.join('\n')}\n    ])`;
}

function fieldsArray(fields: FormFields): string {
  const lines = fields.map(([name, value]) => `        ${phpString(name)} => ${partOf(name, value)},`);
  return `[\n${lines.join('\n')}\n    ]`;
}

function partOf(name: string, value: FormValue): string {
  if (typeof value === 'string') return phpString(value);
  if (!('file' in value))
    return `new CURLStringFile(${[value.text, fileNameOf(name, value), value.type].map(phpString).join(', ')})`;
  return `new CURLFile(${[value.file, ...(value.type === undefined ? [] : [value.type])].map(phpString).join(', ')})`;
}

function writtenParts(fields: FormFields): string {
  const lines = fields.map(([name, value]) => {
    const content =
      typeof value !== 'string' && 'file' in value
        ? `file_get_contents(${phpString(value.file)})`
        : phpString(typeof value === 'string' ? value : value.text);
    return `        ${escapedString(partHead(name, value))} . ${content} . "\\r\\n",`;
  });
  return `implode('', [\n${lines.join('\n')}\n        ${escapedString(multipartEnd)},\n    ])`;
}

/** In double quotes, where line ends are visible. */
function escapedString(text: string): string {
  return `"${text
    .replace(/[\\"$]/g, '\\$&')
    .replaceAll('\r', '\\r')
    .replaceAll('\n', '\\n')}"`;
}

function phpString(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

function string(text: SecretText, { secretVariable }: SampleRequest): string {
  const variable = `getenv('${secretVariable}')`;
  const parts = partsOf(text).flatMap((part, index) => [
    ...(index > 0 ? [variable] : []),
    ...(part === '' ? [] : [phpString(part)]),
  ]);
  return parts.join(' . ') || "''";
}
