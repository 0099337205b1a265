import { formText } from '../samples/form-text.ts';
import type { Dialect } from '../samples/literal.ts';
import { jsonString, literal } from '../samples/literal.ts';
import { multipartEnd, multipartHeader, partHead } from '../samples/multipart.ts';
import type { FormValue, SampleRequest, Secret, SecretText } from '../samples/request.ts';
import { fillSecrets, formFields, partsOf } from '../samples/request.ts';
import type { ExportOptions, FlowingCall, RecordedCall } from './recorded-call.ts';
import { headingOf, lacksSecretNote, memberPath, spelled, titleOf } from './recorded-call.ts';

/** They differ in how an answer is read: VS Code REST Client by the name of its request, JetBrains and httpyac by a script behind it. */
export type HttpFileDialect = 'rest-client' | 'scripts';

/**
 * Calls as an `.http` file.
 * @see https://marketplace.visualstudio.com/items?itemName=humao.rest-client
 * @see https://www.jetbrains.com/help/idea/exploring-http-syntax.html
 */
export function httpFile(calls: FlowingCall[], options: ExportOptions, dialect: HttpFileDialect): string {
  const { server, secretVariable } = options;
  const isScripted = dialect === 'scripts';
  const key = isScripted ? `{{${secretVariable}}}` : `{{$processEnv ${secretVariable}}}`;
  const places = placesOf(calls);
  return [
    `# ${headingOf(calls, options)}, for ${isScripted ? 'JetBrains and httpyac' : 'VS Code REST Client'}.`,
    `# The key is ${secretVariable} ${isScripted ? 'of http-client.private.env.json, or --var of httpyac' : 'of the environment'}.`,
    `@server = ${server}`,
    '',
    ...calls.flatMap((call, index) => {
      const spell = ({ variable, kept }: Secret): SecretText => [
        { variable: kept ? `{{${isScripted ? variable : (places.get(variable) ?? variable)}}}` : key },
      ];
      return [
        `### ${titleOf(call, index)}`,
        ...(call.lacksSecret ? [`# ${lacksSecretNote}`] : []),
        `# @name ${call.name}`,
        ...message(spelled(call.request, spell)),
        '',
        ...(isScripted ? [...handler(call), ''] : []),
      ];
    }),
  ].join('\n');
}

/** Where REST Client finds each variable: `createPet.response.body.$.id`. */
function placesOf(calls: FlowingCall[]): Map<string, string> {
  return new Map(
    calls.flatMap(({ name, outputs }) =>
      outputs.map((output): [string, string] => [output.name, `${name}.response.body.$${memberPath(output)}`]),
    ),
  );
}

/** What runs behind a call: it asserts the status and keeps what later calls need. */
function handler({ status, outputs }: FlowingCall): string[] {
  return [
    '> {%',
    `  client.test("status ${status}", () => client.assert(response.status === ${status}, \`\${response.status}\`));`,
    ...outputs.map((output) => `  client.global.set("${output.name}", response.body${memberPath(output)});`),
    '%}',
  ];
}

function message(request: SampleRequest): string[] {
  const headers = request.headers.map(([name, value]) => `${name}: ${plain(value)}`);
  const isMultipart = request.bodyFormat === 'multipart';
  return [
    `${request.method} ${plain(request.url)}`,
    ...headers,
    ...(isMultipart ? [multipartHeader.join(': ')] : []),
    ...(request.body === undefined ? [] : ['', ...bodyLines(request)]),
  ];
}

/** `spelled` has put braces around the variables. */
function plain(text: SecretText): string {
  return fillSecrets(text, ({ variable }) => variable);
}

function bodyLines({ body, bodyFormat = 'json' }: SampleRequest): string[] {
  switch (bodyFormat) {
    case 'json':
      return [literal(body, jsonDialect)];
    case 'form':
      return [formText(body)];
    case 'text':
      return [String(body)];
    case 'binary':
      return [`< ./${String(body)}`];
    case 'multipart':
      return [...formFields(body).flatMap(([name, value]) => partLines(name, value)), multipartEnd.trim()];
  }
}

function partLines(name: string, value: FormValue): string[] {
  const head = partHead(name, value).split('\r\n').slice(0, -1);
  if (typeof value === 'string') return [...head, value];
  return [...head, 'file' in value ? `< ./${value.file}` : value.text];
}

/** Braces of a text's own are escaped: they would read a variable. */
const jsonDialect: Dialect = {
  null: 'null',
  true: 'true',
  false: 'false',
  string: ownText,
  filled: (text) => `"${plain(text)}"`,
  key: (name) => `${ownText(name)}: `,
  list: ['[', ']'],
  map: () => ['{', '}'],
  indent: '  ',
  trailingComma: false,
};

function ownText(text: string): string {
  return jsonString(text).replaceAll('{{', '{\\u007b').replaceAll('}}', '}\\u007d');
}

/** What a line of a header or a text begins with, or holds, and is not sent by this format but read. */
const READ = /\{\{|\}\}|^\s*(?:#|\/\/|<|>|@|\?\?)/m;

/** Whether a call can be written so: what is not JSON has no way to escape what the format reads. */
export function fitsHttpFile({ request }: RecordedCall): boolean {
  const { headers, body, bodyFormat = 'json' } = request;
  const values = headers.flatMap(([, value]) => partsOf(value).filter((part) => typeof part === 'string'));
  const text = body === undefined || bodyFormat === 'json' || bodyFormat === 'form' ? '' : bodyText(request);
  return !values.some((value) => READ.test(value)) && !READ.test(text);
}

function bodyText({ body, bodyFormat }: SampleRequest): string {
  if (bodyFormat !== 'multipart') return String(body);
  return formFields(body)
    .map(([, value]) => (typeof value === 'string' ? value : 'file' in value ? value.file : value.text))
    .join('\n');
}
