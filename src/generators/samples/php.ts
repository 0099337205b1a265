import { formText, plainFields } from './form-text.ts';
import type { Dialect } from './literal.ts';
import { isWritable, jsonText, literal } from './literal.ts';
import { isByHand, multipartEnd, multipartHeader, partHead } from './multipart.ts';
import type { FormFields, FormValue, SampleRequest, SecretText } from './request.ts';
import { comments, formFields, joinTexts, notSet, partsOf, repeatsNames, secretsOf } from './request.ts';

/** PHP has one kind of array: a map without names, or with those of a list, has to be made an object. */
export const phpLiteral: Dialect = {
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
  const isStream = request.responseFormat === 'stream';
  return [
    '<?php',
    ...comments(request, '//'),
    ...secretsOf(request).flatMap((name) => failIf(`!getenv('${name}')`, `'${name} ${notSet}.'`)),
    `$request = curl_init(${string(request.url)});`,
    'curl_setopt_array($request, [',
    // What is not returned is written as it comes.
    ...(isStream ? [] : ['    CURLOPT_RETURNTRANSFER => true,']),
    ...methodLines(request),
    ...headerLines(request),
    ...bodyLines(request),
    ']);',
    '$answer = curl_exec($request);',
    ...failIf('$answer === false', "'No answer: ' . curl_error($request)"),
    '$status = curl_getinfo($request, CURLINFO_RESPONSE_CODE);',
    // The body of a stream is on the screen by then.
    ...failIf('$status >= 300', isStream ? '"$status"' : '"$status $answer"'),
    ...shown(request),
    ...fail,
  ].join('\n');
}

function failIf(condition: string, reason: string): string[] {
  return [`if (${condition}) {`, `    fail(${reason});`, '}'];
}

const fail = [
  '',
  'function fail(string $reason): never',
  '{',
  '    fwrite(STDERR, $reason . PHP_EOL);',
  '    exit(1);',
  '}',
];

function shown({ responseFormat = 'json', responseFile = 'response' }: SampleRequest): string[] {
  switch (responseFormat) {
    case 'json':
      return ['echo json_encode(json_decode($answer), JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES), PHP_EOL;'];
    case 'text':
      return ['echo $answer;'];
    case 'file':
      return [`file_put_contents(${phpString(responseFile)}, $answer);`];
    case 'stream':
      return [];
    case 'none':
      return ['echo $status, PHP_EOL;'];
  }
}

function methodLines({ method, body }: SampleRequest): string[] {
  if (method === 'GET' && body === undefined) return [];
  return method === 'HEAD' ? ['    CURLOPT_NOBODY => true,'] : [`    CURLOPT_CUSTOMREQUEST => ${phpString(method)},`];
}

function headerLines(request: SampleRequest): string[] {
  const headers = isWritten(request) ? [...request.headers, multipartHeader(request.multipartType)] : request.headers;
  if (headers.length === 0) return [];
  const lines = headers.map(
    ([name, value]) => `        ${string(value === '' ? `${name};` : joinTexts(`${name}: `, value))},`,
  );
  return ['    CURLOPT_HTTPHEADER => [', ...lines, '    ],'];
}

function bodyLines(request: SampleRequest): string[] {
  return request.body === undefined ? [] : [`    CURLOPT_POSTFIELDS => ${bodyOf(request)},`];
}

function bodyOf(request: SampleRequest): string {
  const { body, bodyFormat = 'json' } = request;
  switch (bodyFormat) {
    case 'json':
      return isWritable(body, phpLiteral) ? `json_encode(${literal(body, phpLiteral, 1)})` : phpString(jsonText(body));
    case 'form':
      return formQuery(body);
    case 'multipart':
      return isWritten(request) ? writtenParts(formFields(body)) : fieldsArray(formFields(body));
    case 'text':
      return /[\r\u001e]/.test(String(body)) ? escapedString(String(body)) : phpString(String(body));
    case 'binary':
      return `file_get_contents(${phpString(String(body))})`;
  }
}

/** curl takes the fields of a form as a map, which holds each name once. */
function isWritten(request: SampleRequest): boolean {
  const { body, bodyFormat } = request;
  return isByHand(request) || (bodyFormat === 'multipart' && repeatsNames(formFields(body)));
}

function formQuery(body: unknown): string {
  const fields = plainFields(body);
  if (fields === undefined) return phpString(formText(body));
  if (!repeatsNames(fields)) return `http_build_query(${fieldsArray(fields)})`;
  const lines = fields.map(([name, value]) => `        http_build_query([${phpString(name)} => ${phpString(value)}]),`);
  return `implode('&', [\n${lines.join('\n')}\n    ])`;
}

function fieldsArray(fields: FormFields): string {
  const lines = fields.map(([name, value]) => `        ${phpString(name)} => ${partOf(value)},`);
  return `[\n${lines.join('\n')}\n    ]`;
}

function partOf(value: FormValue): string {
  if (typeof value === 'string' || !('file' in value)) return phpString(typeof value === 'string' ? value : value.text);
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
    .replaceAll('\n', '\\n')
    .replaceAll('\u001e', '\\x1e')}"`;
}

function phpString(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

function string(text: SecretText): string {
  const parts = partsOf(text).map((part) =>
    typeof part === 'string' ? phpString(part) : `getenv('${part.variable}')`,
  );
  return parts.join(' . ') || "''";
}
