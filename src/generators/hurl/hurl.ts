import { untypedNotes } from '../collection/body.ts';
import type { Collection, CollectionRequest } from '../collection/collection.ts';
import type { CollectionEnvironment } from '../collection/environments.ts';
import { statusCode } from '../collection/expectation.ts';
import type { Expectation } from '../collection/expectation.ts';
import { plainRequest } from '../collection/plain-request.ts';
import {
  inBraces,
  oneLine,
  parametersIn,
  pathText,
  queryText,
  requestNotes,
  sentHeaders,
} from '../collection/request-text.ts';
import { hurlBody, hurlReader, keyString, valueString } from './hurl-body.ts';

/**
 * A collection as a Hurl file: what stands under `HTTP 201` is asserted of the answer, and the ids that it tells are captured.
 *
 * @see https://hurl.dev/docs/hurl-file.html
 */
export function hurlFile({ title, version, folders }: Collection): string {
  const entries = folders.flatMap(({ name, requests }) => requests.map((request) => entry(request, name)));
  return [`# ${oneLine(`${title} ${version}`)}. base_url and api_key are variables.`, ...entries]
    .join('\n\n')
    .concat('\n');
}

function entry(given: CollectionRequest, folder: string): string {
  const request = plainRequest(given, hurlReader);
  const { operation, name, body, expected } = request;
  const bearer = request.isBearer ? ['Authorization: Bearer {{api_key}}'] : [];
  const headers = sentHeaders(request).map(([header, value]) => `${keyString(header)}: ${valueString(value)}`);
  return [
    `# ${oneLine(`${folder}: ${name}`)}`,
    ...[...requestNotes(request), ...untypedNotes(body)].map((note) => `# ${oneLine(note)}`),
    `${operation.method.toUpperCase()} {{base_url}}${pathText(request, inBraces)}${queryText(parametersIn(request, 'query'), inBraces)}`,
    ...bearer,
    ...headers,
    ...(body ? hurlBody(body) : []),
    ...(expected ? answer(request, expected) : []),
  ].join('\n');
}

function answer({ tells }: CollectionRequest, expected: Expectation): string[] {
  const captures = tells.map(
    ({ variable, from }) => `${variable}: jsonpath "$.${from === 'record' ? 'id' : 'data[0].id'}"`,
  );
  return [
    // A status that is a range, `2XX`, is not asserted.
    `HTTP ${statusCode(expected.status) ?? '*'}`,
    ...(captures.length > 0 ? ['[Captures]', ...captures] : []),
    '[Asserts]',
    ...(expected.hasBody ? bodyAsserts(expected) : ['bytes count == 0']),
  ];
}

function bodyAsserts({ members, lists, sameId }: Expectation): string[] {
  const isList = new Set(lists.map(({ name }) => name));
  return [
    ...members.map((name) => `jsonpath "$.${name}" ${isList.has(name) ? 'isCollection' : 'exists'}`),
    ...(sameId === undefined ? [] : [`jsonpath "$.id" == "${inBraces(sameId)}"`]),
  ];
}

/** Variables for `--variables-file`. */
export function hurlVariables({ secrets }: Collection, { baseUrl, apiKey }: CollectionEnvironment): string {
  return [`base_url=${baseUrl}`, `api_key=${apiKey}`, ...secrets.map((name) => `${name}=`), ''].join('\n');
}
