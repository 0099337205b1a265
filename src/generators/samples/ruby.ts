import type { Dialect } from './literal.ts';
import { jsonString, literal } from './literal.ts';
import type { FormFields, FormPart, SampleRequest, SecretText } from './request.ts';
import { fileNameOf, formFields, partsOf } from './request.ts';

const rubyLiteral: Dialect = {
  null: 'nil',
  true: 'true',
  false: 'false',
  string: rubyString,
  key: (name) => `${rubyString(name)} => `,
  list: ['[', ']'],
  map: () => ['{', '}'],
  indent: '  ',
  trailingComma: true,
};

/** Prints a request with Ruby's `net/http`. */
export function ruby(request: SampleRequest): string {
  const { responseFormat = 'json' } = request;
  const show = {
    json: 'puts response.code, JSON.parse(response.body)',
    text: 'puts response.code, response.body',
    none: 'puts response.code',
  };
  return [
    ...(usesJson(request) ? ['require "json"'] : []),
    'require "net/http"',
    '',
    `uri = URI(${string(request.url, request)})`,
    `request = Net::HTTP::${className(request.method)}.new(uri)`,
    ...request.headers.map(([name, value]) => `request[${rubyString(name)}] = ${string(value, request)}`),
    ...bodyLines(request),
    'response = Net::HTTP.start(uri.host, uri.port, use_ssl: uri.scheme == "https") do |http|',
    '  http.request(request)',
    'end',
    show[responseFormat],
  ].join('\n');
}

function usesJson({ body, bodyFormat = 'json', responseFormat = 'json' }: SampleRequest): boolean {
  return responseFormat === 'json' || (body !== undefined && bodyFormat === 'json');
}

/** `PATCH` → `Patch`. */
function className(method: string): string {
  return method.charAt(0).toUpperCase() + method.slice(1).toLowerCase();
}

function bodyLines({ body, bodyFormat = 'json' }: SampleRequest): string[] {
  if (body === undefined) return [];
  switch (bodyFormat) {
    case 'json':
      return [`request.body = JSON.generate(${literal(body, rubyLiteral)})`];
    case 'form':
      return [`request.set_form_data(${literal(formFields(body), rubyLiteral)})`];
    case 'multipart':
      return [`request.set_form([\n${formFields(body).map(partLine).join('\n')}\n], "multipart/form-data")`];
    case 'text':
      return [`request.body = ${rubyString(String(body))}`];
    case 'binary':
      return [`request.body = File.binread(${rubyString(String(body))})`];
  }
}

function partLine([name, value]: FormFields[number]): string {
  if (typeof value === 'string') return `  [${rubyString(name)}, ${rubyString(value)}],`;
  const content = 'file' in value ? `File.open(${rubyString(value.file)})` : rubyString(value.text);
  return `  [${[rubyString(name), content, ...partOptions(name, value)].join(', ')}],`;
}

/** `net/http` gives a media type to what has a file name only. */
function partOptions(name: string, part: FormPart): string[] {
  if (part.type === undefined) return [];
  const fileName = 'file' in part ? '' : `filename: ${rubyString(fileNameOf(name, part))}, `;
  return [`{ ${fileName}content_type: ${rubyString(part.type)} }`];
}

/** `#{`, `#$` and `#@` would be filled in by Ruby. */
function rubyString(text: string): string {
  return jsonString(text).replace(/#(?=[{$@])/g, '\\#');
}

function string(text: SecretText, { secretVariable }: SampleRequest): string {
  const inside = partsOf(text).map((part) => rubyString(part).slice(1, -1));
  return `"${inside.join(`#{ENV.fetch("${secretVariable}")}`)}"`;
}
