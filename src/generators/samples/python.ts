import type { Dialect } from './literal.ts';
import { indentRest, jsonString, literal } from './literal.ts';
import { multipartEnd, multipartHeader, partHead } from './multipart.ts';
import type { FormFields, SampleRequest, SecretText } from './request.ts';
import { formFields, partsOf } from './request.ts';

const pythonLiteral: Dialect = {
  null: 'None',
  true: 'True',
  false: 'False',
  string: jsonString,
  key: (name) => `${jsonString(name)}: `,
  list: ['[', ']'],
  map: () => ['{', '}'],
  indent: '    ',
  trailingComma: true,
};

/** Prints a request with `urllib.request` of the standard library, so that it runs without installing anything. */
export function python(request: SampleRequest): string {
  const { responseFormat = 'json' } = request;
  const show = {
    json: 'print(response.status, json.load(response))',
    text: 'print(response.status, response.read().decode())',
    none: 'print(response.status)',
  };
  return [
    ...imports(request).map((name) => `import ${name}`),
    '',
    ...bodySetup(request),
    'request = urllib.request.Request(',
    `    ${string(request.url, request)},`,
    ...(request.method === 'GET' ? [] : [`    method="${request.method}",`]),
    ...headerLines(request),
    ...(request.body === undefined ? [] : [`    data=${dataOf(request)},`]),
    ')',
    'with urllib.request.urlopen(request) as response:',
    `    ${show[responseFormat]}`,
  ].join('\n');
}

function imports({ url, headers, body, bodyFormat = 'json', responseFormat = 'json' }: SampleRequest): string[] {
  const usesSecret = [url, ...headers.map(([, value]) => value)].some((text) => partsOf(text).length > 1);
  const usesJson = responseFormat === 'json' || (body !== undefined && bodyFormat === 'json');
  const usesParse = body !== undefined && bodyFormat === 'form';
  return [
    ...(usesJson ? ['json'] : []),
    ...(usesSecret ? ['os'] : []),
    ...(usesParse ? ['urllib.parse'] : []),
    'urllib.request',
  ];
}

function headerLines(request: SampleRequest): string[] {
  const headers = [...request.headers];
  if (request.body !== undefined && request.bodyFormat === 'multipart') headers.push(multipartHeader);
  if (headers.length === 0) return [];
  return [
    '    headers={',
    ...headers.map(([name, value]) => `        ${jsonString(name)}: ${string(value, request)},`),
    '    },',
  ];
}

function bodySetup({ body, bodyFormat }: SampleRequest): string[] {
  if (body === undefined || bodyFormat !== 'multipart') return [];
  const parts = formFields(body).map(([name, value]) => {
    const content =
      typeof value !== 'string' && 'file' in value
        ? `open(${jsonString(value.file)}, "rb").read()`
        : `${jsonString(typeof value === 'string' ? value : value.text)}.encode()`;
    return `    ${jsonString(partHead(name, value))}.encode() + ${content} + b"\\r\\n",`;
  });
  return ['parts = [', ...parts, `    b${jsonString(multipartEnd)},`, ']', ''];
}

function dataOf({ body, bodyFormat = 'json' }: SampleRequest): string {
  switch (bodyFormat) {
    case 'json':
      return `json.dumps(${indentRest(literal(body, pythonLiteral), '    ')}).encode()`;
    case 'form':
      return `urllib.parse.urlencode([\n${formFields(body).map(pairLine).join('\n')}\n    ]).encode()`;
    case 'multipart':
      return 'b"".join(parts)';
    case 'text':
      return `${jsonString(String(body))}.encode()`;
    case 'binary':
      return `open(${jsonString(String(body))}, "rb").read()`;
  }
}

function pairLine([name, value]: FormFields[number]): string {
  return `        (${jsonString(name)}, ${jsonString(String(value))}),`;
}

function string(text: SecretText, { secretVariable }: SampleRequest): string {
  const parts = partsOf(text);
  if (parts.length === 1) return jsonString(parts[0] ?? '');
  if (parts.join('') === '') return `os.environ["${secretVariable}"]`;
  const inside = parts.map((part) => jsonString(part).slice(1, -1).replaceAll('{', '{{').replaceAll('}', '}}'));
  return `f"${inside.join(`{os.environ['${secretVariable}']}`)}"`;
}
