import { formText, plainFields } from './form-text.ts';
import type { Dialect } from './literal.ts';
import { indentRest, isWritable, jsonString, jsonText, literal } from './literal.ts';
import { multipartEnd, multipartHeader, partHead } from './multipart.ts';
import type { SampleRequest, SecretText } from './request.ts';
import { comments, formFields, notSet, partsOf, secretsOf } from './request.ts';

export const pythonLiteral: Dialect = {
  null: 'None',
  true: 'True',
  false: 'False',
  string: jsonString,
  filled: string,
  key: (name) => `${jsonString(name)}: `,
  list: ['[', ']'],
  map: () => ['{', '}'],
  indent: '    ',
  trailingComma: true,
  anyInteger: true,
};

/** Prints a request with `urllib.request` of the standard library, so that it runs without installing anything. */
export function python(request: SampleRequest): string {
  return [
    ...comments(request, '#'),
    ...imports(request),
    '',
    ...secretsOf(request).flatMap((name) => [
      `if not os.environ.get("${name}"):`,
      `    sys.exit("${name} ${notSet}.")`,
    ]),
    ...bodySetup(request),
    ...requestLines(request),
    'try:',
    '    with urllib.request.urlopen(request) as response:',
    ...shown(request).map((line) => `        ${line}`),
    'except urllib.error.HTTPError as error:',
    `    sys.exit(f"{error.code} {error.read().decode(errors='replace')}")`,
    'except urllib.error.URLError as error:',
    '    sys.exit(f"No answer: {error.reason}")',
  ].join('\n');
}

/** What makes `request`, after what its body needs. */
export function requestLines(request: SampleRequest): string[] {
  const { method, body } = request;
  return [
    'request = urllib.request.Request(',
    `    ${string(request.url)},`,
    ...(method === 'GET' && body === undefined ? [] : [`    method=${jsonString(method)},`]),
    ...headerLines(request),
    ...(body === undefined ? [] : [`    data=${dataOf(request)},`]),
    ')',
  ];
}

function shown({ responseFormat = 'json', responseFile = 'response' }: SampleRequest): string[] {
  switch (responseFormat) {
    case 'json':
      return ['print(json.dumps(json.load(response), indent=2))'];
    case 'text':
      return ['print(response.read().decode())'];
    case 'stream':
      return ['for line in response:', '    print(line.decode(), end="", flush=True)'];
    case 'file':
      return [`with open(${jsonString(responseFile)}, "wb") as file:`, '    file.write(response.read())'];
    case 'none':
      return ['print(response.status)'];
  }
}

function imports(request: SampleRequest): string[] {
  const { body, bodyFormat = 'json', responseFormat = 'json' } = request;
  const data = body === undefined ? '' : dataOf(request);
  const modules = [
    ...(responseFormat === 'json' || data.startsWith('json.') ? ['json'] : []),
    ...(secretsOf(request).length > 0 ? ['os'] : []),
    'sys',
    'urllib.error',
    ...(bodyFormat === 'form' && data.startsWith('urllib.') ? ['urllib.parse'] : []),
    'urllib.request',
  ];
  const opensFile = [data, ...bodySetup(request)].some((line) => line.includes('Path('));
  return [...modules.map((name) => `import ${name}`), ...(opensFile ? ['from pathlib import Path'] : [])];
}

function headerLines(request: SampleRequest): string[] {
  const headers = [...request.headers];
  if (request.body !== undefined && request.bodyFormat === 'multipart')
    headers.push(multipartHeader(request.multipartType));
  if (headers.length === 0) return [];
  return [
    '    headers={',
    ...headers.map(([name, value]) => `        ${jsonString(name)}: ${string(value)},`),
    '    },',
  ];
}

/** What stands before the request: the parts of a multipart body. */
export function bodySetup({ body, bodyFormat }: SampleRequest): string[] {
  if (body === undefined || bodyFormat !== 'multipart') return [];
  const parts = formFields(body).map(([name, value]) => {
    const content =
      typeof value !== 'string' && 'file' in value
        ? fileBytes(value.file)
        : `${jsonString(typeof value === 'string' ? value : value.text)}.encode()`;
    return `    ${jsonString(partHead(name, value))}.encode() + ${content} + b"\\r\\n",`;
  });
  return ['parts = [', ...parts, `    b${jsonString(multipartEnd)},`, ']', ''];
}

function dataOf({ body, bodyFormat = 'json' }: SampleRequest): string {
  switch (bodyFormat) {
    case 'json':
      if (!isWritable(body, pythonLiteral)) return `${longString(jsonText(body))}.encode()`;
      return `json.dumps(${indentRest(literal(body, pythonLiteral), '    ')}).encode()`;
    case 'form': {
      const fields = plainFields(body);
      if (fields === undefined) return `${jsonString(formText(body))}.encode()`;
      const lines = fields.map(([name, value]) => `        (${jsonString(name)}, ${jsonString(value)}),`);
      return `urllib.parse.urlencode([\n${lines.join('\n')}\n    ]).encode()`;
    }
    case 'multipart':
      return 'b"".join(parts)';
    case 'text':
      return `${jsonString(String(body))}.encode()`;
    case 'binary':
      return fileBytes(String(body));
  }
}

function fileBytes(name: string): string {
  return `Path(${jsonString(name)}).read_bytes()`;
}

/** Over several lines. */
function longString(text: string): string {
  return `'''${text.replace(/[\\']/g, '\\$&')}'''`;
}

function string(text: SecretText): string {
  const parts = partsOf(text);
  const [only, ...others] = parts;
  if (typeof only === 'object' && others.length === 0)
    return only.kept ? only.variable : `os.environ["${only.variable}"]`;
  if (parts.every((part) => typeof part === 'string')) return jsonString(parts.join(''));
  const inside = parts.map((part) =>
    typeof part === 'string'
      ? jsonString(part).slice(1, -1).replaceAll('{', '{{').replaceAll('}', '}}')
      : part.kept
        ? `{${part.variable}}`
        : `{os.environ['${part.variable}']}`,
  );
  return `f"${inside.join('')}"`;
}
