import { assertScript } from '../collection/assert-script.ts';
import type { AssertDialect } from '../collection/assert-script.ts';
import { bodyText } from '../collection/chained-ids.ts';
import type { Collection, CollectionRequest } from '../collection/collection.ts';
import type { CollectionEnvironment } from '../collection/environments.ts';
import { inBraces, oneLine, pathText, queryText, sentHeaders } from '../collection/request-text.ts';

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

function requestText(request: CollectionRequest, folder: string): string {
  const { body, operation, name } = request;
  const headers = [['Authorization', 'Bearer {{api_key}}'], ...sentHeaders(request)];
  const script = assertScript(dialect, request).map((line) => `  ${line}`);
  return [
    `### ${oneLine(`${folder}: ${name}`)}`,
    `# @name ${operation.operationId}`,
    `${operation.method.toUpperCase()} {{base_url}}${pathText(request, inBraces)}${queryText(request)}`,
    ...headers.map(([header, value]) => `${header}: ${value}`),
    ...(body ? ['', bodyText(body, inBraces)] : []),
    ...(script.length > 0 ? ['', '> {%', ...script, '%}'] : []),
  ].join('\n');
}

/** `http-client.env.json`: the environments, by the names that are chosen in the editor. */
export function httpEnvironments(environments: readonly CollectionEnvironment[]): Record<string, object> {
  return Object.fromEntries(
    environments.map(({ id, baseUrl, apiKey }) => [id, { base_url: baseUrl, api_key: apiKey }]),
  );
}
