import { formText, plainFields } from './form-text.ts';
import type { Dialect } from './literal.ts';
import { isWritable, jsonString, jsonText, literal } from './literal.ts';
import { isByHand, multipartEnd, multipartHeader, partHead } from './multipart.ts';
import type { FormFields, FormValue, SampleRequest, SecretText } from './request.ts';
import { comments, formFields, notSet, partsOf, secretsOf } from './request.ts';

export const rubyLiteral: Dialect = {
  null: 'nil',
  true: 'true',
  false: 'false',
  string: rubyString,
  key: (name) => `${rubyString(name)} => `,
  list: ['[', ']'],
  map: () => ['{', '}'],
  indent: '  ',
  trailingComma: true,
  anyInteger: true,
};

/** Prints a request with Ruby's `net/http`. */
export function ruby(request: SampleRequest): string {
  const body = bodyLines(request);
  const { responseFormat = 'json' } = request;
  const usesJson = responseFormat === 'json' || body.some((line) => line.includes('JSON.generate('));
  return [
    ...comments(request, '#'),
    ...(usesJson ? ['require "json"'] : []),
    'require "net/http"',
    '',
    ...secretsOf(request).map((name) => `abort "${name} ${notSet}." if ENV["${name}"].to_s.empty?`),
    `uri = URI(${string(request.url)})`,
    `request = ${newRequest(request)}`,
    ...request.headers.map(([name, value]) => `request[${rubyString(name)}] = ${string(value)}`),
    ...body,
    ...exchange(request),
  ].join('\n');
}

function exchange({ responseFormat = 'json', responseFile = 'response' }: SampleRequest): string[] {
  const start = 'Net::HTTP.start(uri.host, uri.port, use_ssl: uri.scheme == "https") do |http|';
  const fail = 'abort "#{response.code} #{response.body}" unless response.is_a?(Net::HTTPSuccess)';
  if (responseFormat === 'stream')
    return withRescue([
      start,
      '  http.request(request) do |response|',
      `    ${fail.replace('response.body', 'response.read_body')}`,
      '    response.read_body { |text| print text }',
      '  end',
      'end',
    ]);
  const shown = {
    json: 'puts JSON.pretty_generate(JSON.parse(response.body))',
    text: 'puts response.body',
    file: `File.binwrite(${rubyString(responseFile)}, response.body)`,
    none: 'puts response.code',
  };
  return [...withRescue([`response = ${start}`, '  http.request(request)', 'end']), fail, shown[responseFormat]];
}

function withRescue(lines: string[]): string[] {
  const indented = lines.map((line) => `  ${line}`);
  return ['begin', ...indented, 'rescue StandardError => error', '  abort "No answer: #{error.message}"', 'end'];
}

/** The methods that Ruby has a class for. */
const CLASSES = /^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|TRACE|COPY|LOCK|MKCOL|MOVE|PROPFIND|PROPPATCH|UNLOCK)$/;

/** `Post` and its like have a body: where none is given they send an empty form. */
function newRequest({ method, body }: SampleRequest): string {
  if (!CLASSES.test(method))
    return `Net::HTTPGenericRequest.new(${rubyString(method)}, ${body !== undefined}, true, uri)`;
  const name = method.charAt(0) + method.slice(1).toLowerCase();
  if (body === undefined && /^(?:POST|PUT|PATCH)$/.test(method))
    return `Net::HTTPGenericRequest.new("${method}", false, true, uri) # ${name}.new would send an empty form`;
  return `Net::HTTP::${name}.new(uri)`;
}

function bodyLines(request: SampleRequest): string[] {
  const { body, bodyFormat = 'json' } = request;
  if (body === undefined) return [];
  switch (bodyFormat) {
    case 'json': {
      const written = isWritable(body, rubyLiteral);
      return [
        `request.body = ${written ? `JSON.generate(${literal(body, rubyLiteral)})` : longString(jsonText(body))}`,
      ];
    }
    case 'form': {
      const fields = plainFields(body);
      if (fields === undefined) return [`request.body = ${rubyString(formText(body))}`];
      return [`request.body = URI.encode_www_form(${literal(fields, rubyLiteral)})`];
    }
    case 'multipart':
      return multipartLines(request);
    case 'text':
      return [`request.body = ${rubyString(String(body))}`];
    case 'binary':
      return [`request.body = File.binread(${rubyString(String(body))})`];
  }
}

function multipartLines(request: SampleRequest): string[] {
  const fields = formFields(request.body);
  if (!isByHand(request)) return [`request.set_form([\n${fields.map(partLine).join('\n')}\n], "multipart/form-data")`];
  const [name, type] = multipartHeader(request.multipartType);
  const parts = fields.map(
    ([field, value]) => `  ${rubyString(partHead(field, value))}, ${contentOf(value)}, "\\r\\n",`,
  );
  return [
    `request[${rubyString(name)}] = ${rubyString(type)}`,
    `request.body = [\n${parts.join('\n')}\n  ${rubyString(multipartEnd)},\n].map(&:b).join`,
  ];
}

function contentOf(value: FormValue): string {
  if (typeof value === 'string') return rubyString(value);
  return 'file' in value ? `File.binread(${rubyString(value.file)})` : rubyString(value.text);
}

function partLine([name, value]: FormFields[number]): string {
  if (typeof value === 'string' || !('file' in value)) return `  [${rubyString(name)}, ${contentOf(value)}],`;
  const type = value.type === undefined ? '' : `, { content_type: ${rubyString(value.type)} }`;
  return `  [${rubyString(name)}, File.open(${rubyString(value.file)})${type}],`;
}

/** `#{`, `#$` and `#@` would be filled in by Ruby. */
function rubyString(text: string): string {
  return jsonString(text).replace(/#(?=[{$@])/g, '\\#');
}

/** Over several lines, with nothing filled in. */
function longString(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

function string(text: SecretText): string {
  const inside = partsOf(text).map((part) =>
    typeof part === 'string' ? rubyString(part).slice(1, -1) : `#{ENV.fetch("${part.variable}")}`,
  );
  return `"${inside.join('')}"`;
}
