import { assertScript } from '../collection/assert-script.ts';
import type { AssertDialect } from '../collection/assert-script.ts';
import type { CollectionBody } from '../collection/body.ts';
import type { Collection, CollectionRequest } from '../collection/collection.ts';
import type { CollectionEnvironment } from '../collection/environments.ts';
import { encodedForm, plainRequest } from '../collection/plain-request.ts';
import {
  filledText,
  inBraces,
  oneLine,
  parametersIn,
  pathText,
  queryText,
  requestNotes,
  sentHeaders,
} from '../collection/request-text.ts';
import type { FormValue } from '../samples/request.ts';
import type { HttpBody } from './http-message.ts';
import { httpMessage, READ } from './http-message.ts';

/** @see https://www.jetbrains.com/help/idea/http-response-handling-api-reference.html */
const dialect: AssertDialect = {
  test: 'client.test',
  isTrue: (condition, message) => `client.assert(${condition}, ${JSON.stringify(message)});`,
  code: 'response.status',
  body: 'response.body',
  isEmpty: '!response.body',
  get: (variable) => `client.global.get(${JSON.stringify(variable)})`,
  set: (variable, value) => `client.global.set(${JSON.stringify(variable)}, ${value})`,
};

/**
 * A collection as an `.http` file, as the HTTP client of JetBrains' editors and httpYac read it: what follows a request in
 * `> {% … %}` looks at the answer and keeps the ids that it tells.
 *
 * @see https://www.jetbrains.com/help/idea/exploring-http-syntax.html
 */
export function httpFile(collection: Collection): string {
  const requests = collection.folders.flatMap((folder) =>
    folder.requests.map((request) => requestText(request, folder.name)),
  );
  const title = `# ${oneLine(`${collection.title} ${collection.version}`)}. base_url and api_key come from http-client.env.json.`;
  return [title, ...requests].join('\n\n').concat('\n');
}

function requestText(given: CollectionRequest, folder: string): string {
  const request = plainRequest(given, { reads: READ });
  const { body, operation, name } = request;
  const line = `${operation.method.toUpperCase()} {{base_url}}${pathText(request, inBraces)}${queryText(parametersIn(request, 'query'), inBraces)}`;
  const headers = [
    ...(request.isBearer ? [['Authorization', 'Bearer {{api_key}}'] as const] : []),
    ...sentHeaders(request).map(([header, value]) => [header, filledText(value, inBraces)] as const),
  ];
  const script = assertScript(dialect, request).map((line) => `  ${line}`);
  return [
    `### ${oneLine(`${folder}: ${name}`)}`,
    ...requestNotes(request).map((note) => `# ${oneLine(note)}`),
    `# @name ${operation.operationId}`,
    // A jar would send them with the next requests, too.
    ...(headers.some(([header]) => header === 'Cookie') ? ['# @no-cookie-jar'] : []),
    ...httpMessage(line, headers, body && bodyOf(body)),
    ...(script.length > 0 ? ['', '> {%', ...script, '%}'] : []),
  ].join('\n');
}

function bodyOf(body: CollectionBody): HttpBody {
  switch (body.kind) {
    case 'json':
    case 'text':
      return { text: filledText(body.text, inBraces) };
    case 'form':
      return bodyOf(encodedForm(body));
    case 'multipart':
      return {
        parts: body.parts.map((part): [string, FormValue] => {
          const { name, type, headers } = part;
          const own = headers && { headers };
          if ('file' in part) return [name, { file: part.file, ...(type !== undefined && { type }), ...own }];
          const text = filledText(part.text, inBraces);
          return [name, type === undefined ? text : { text, type, ...own }];
        }),
      };
    case 'file':
      return { file: body.file };
  }
}

/** `http-client.env.json`: the environments, by the names that are chosen in the editor. */
export function httpEnvironments(
  { secrets }: Collection,
  environments: readonly CollectionEnvironment[],
): Record<string, object> {
  const others = Object.fromEntries(secrets.map((name) => [name, '']));
  return Object.fromEntries(
    environments.map(({ id, baseUrl, apiKey }) => [id, { base_url: baseUrl, api_key: apiKey, ...others }]),
  );
}
