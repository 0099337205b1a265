import { assertScript } from '../collection/assert-script.ts';
import type { AssertDialect } from '../collection/assert-script.ts';
import { untypedNotes } from '../collection/body.ts';
import type { Collection, CollectionFolder, CollectionParameter, CollectionRequest } from '../collection/collection.ts';
import type { CollectionEnvironment } from '../collection/environments.ts';
import { plainRequest } from '../collection/plain-request.ts';
import { oneLine, parametersIn, pathText } from '../collection/request-text.ts';
import { hoppscotchBody, hoppscotchContentType, hoppscotchNotes, hoppscotchReader } from './hoppscotch-body.ts';

/** @see https://docs.hoppscotch.io/documentation/features/scripts */
const dialect: AssertDialect = {
  test: 'pw.test',
  isTrue: (condition, message) => `pw.expect(${condition} || ${JSON.stringify(message)}).toBe(true);`,
  code: 'pw.response.status',
  body: 'pw.response.body',
  isEmpty: '!pw.response.body',
  get: (variable) => `pw.env.get(${JSON.stringify(variable)})`,
  set: (variable, value) => `pw.env.set(${JSON.stringify(variable)}, ${value})`,
};

const written = (variable: string): string => `<<${variable}>>`;

/**
 * A collection as Hoppscotch exports it; older versions of its formats are read by all later ones.
 *
 * @see https://docs.hoppscotch.io/documentation/features/collections
 */
export function hoppscotchCollection(collection: Collection): object {
  return {
    v: 2,
    name: collection.title,
    auth: { authType: 'bearer', authActive: true, token: '<<api_key>>' },
    headers: [],
    requests: [],
    folders: collection.folders.map(folderOf),
  };
}

function folderOf({ name, requests }: CollectionFolder): object {
  return {
    v: 2,
    name,
    auth: { authType: 'inherit', authActive: true },
    headers: [],
    folders: [],
    requests: requests.map(requestOf),
  };
}

function requestOf(given: CollectionRequest): object {
  const request = plainRequest(given, hoppscotchReader);
  const { operation, name, body, leftOut = [] } = request;
  const contentType = hoppscotchContentType(body);
  const notes = [...(body?.notes ?? []), ...leftOut, ...hoppscotchNotes(body), ...untypedNotes(body)];
  return {
    v: '6',
    name,
    method: operation.method.toUpperCase(),
    endpoint: `<<base_url>>${pathText(request, written)}`,
    params: parametersIn(request, 'query').map(parameterOf),
    headers: [
      { key: 'Accept', value: 'application/json', active: true },
      ...(contentType === undefined ? [] : [{ key: 'Content-Type', value: contentType, active: true }]),
      ...parametersIn(request, 'header').map(parameterOf),
    ],
    auth: { authType: 'inherit', authActive: true },
    body: hoppscotchBody(body, written),
    preRequestScript: notes.map((note) => `// ${oneLine(note)}`).join('\n'),
    testScript: assertScript(dialect, request).join('\n'),
    requestVariables: [],
  };
}

function parameterOf({ name, value, isOptional }: CollectionParameter): object {
  return { key: name, value, active: !isOptional };
}

/** An environment with the ids that the requests hand on. */
export function hoppscotchEnvironment(
  collection: Collection,
  { id, name, baseUrl, apiKey }: CollectionEnvironment,
): object {
  return {
    v: 1,
    id: `orbinto-${id}`,
    name: `${collection.title}: ${name}`,
    variables: [
      { key: 'base_url', value: baseUrl, secret: false },
      { key: 'api_key', value: apiKey, secret: false },
      ...collection.ids.map(({ variable, example }) => ({ key: variable, value: example, secret: false })),
    ],
  };
}
