import type { HttpBody } from '../http-file/http-message.ts';
import { httpMessage, READ } from '../http-file/http-message.ts';
import { formText } from '../samples/form-text.ts';
import type { Dialect } from '../samples/literal.ts';
import { jsonString, literal } from '../samples/literal.ts';
import type { SampleRequest, Secret, SecretText } from '../samples/request.ts';
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
  const headers = request.headers.map(([name, value]): [string, string] => [name, plain(value)]);
  return httpMessage(`${request.method} ${plain(request.url)}`, headers, bodyOf(request));
}

/** `spelled` has put braces around the variables. */
function plain(text: SecretText): string {
  return fillSecrets(text, ({ variable }) => variable);
}

function bodyOf({ body, bodyFormat = 'json', multipartType }: SampleRequest): HttpBody | undefined {
  if (body === undefined) return undefined;
  switch (bodyFormat) {
    case 'json':
      return { text: literal(body, jsonDialect) };
    case 'form':
      return { text: formText(body) };
    case 'text':
      return { text: String(body) };
    case 'binary':
      return { file: String(body) };
    case 'multipart':
      return { parts: formFields(body), ...(multipartType !== undefined && { type: multipartType }) };
  }
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
