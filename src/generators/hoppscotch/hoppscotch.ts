import { assertScript } from '../collection/assert-script.ts';
import type { AssertDialect } from '../collection/assert-script.ts';
import { untypedNotes } from '../collection/body.ts';
import type { Collection, CollectionFolder, CollectionRequest } from '../collection/collection.ts';
import type { CollectionEnvironment } from '../collection/environments.ts';
import { isReadInside, plainRequest } from '../collection/plain-request.ts';
import type { CollectionParameter } from '../collection/parameters.ts';
import { filledText, oneLine, parametersIn, pathText, queryText } from '../collection/request-text.ts';
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

const NO_AUTH = { authType: 'none', authActive: true };

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
    auth: collection.hasBearer ? { authType: 'bearer', authActive: true, token: '<<api_key>>' } : NO_AUTH,
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
  const query = parametersIn(request, 'query');
  const notes = [
    ...request.authNotes,
    ...(body?.notes ?? []),
    ...leftOut,
    ...hoppscotchNotes(body),
    ...untypedNotes(body),
  ];
  return {
    v: '6',
    name,
    method: operation.method.toUpperCase(),
    // In a list of parameters no sign can be escaped.
    endpoint: `<<base_url>>${pathText(request, written)}${queryText(query.filter(isRead), written)}`,
    params: query.filter((parameter) => !isRead(parameter)).map(parameterOf),
    headers: [
      { key: 'Accept', value: 'application/json', active: true },
      ...(contentType === undefined ? [] : [{ key: 'Content-Type', value: contentType, active: true }]),
      ...parametersIn(request, 'header').map(parameterOf),
    ],
    auth: request.isBearer ? { authType: 'inherit', authActive: true } : NO_AUTH,
    body: hoppscotchBody(body, written),
    preRequestScript: notes.map((note) => `// ${oneLine(note)}`).join('\n'),
    testScript: assertScript(dialect, request).join('\n'),
    requestVariables: [],
  };
}

function parameterOf({ name, value, isOptional }: CollectionParameter): object {
  return { key: name, value: filledText(value, written), active: !isOptional };
}

function isRead({ name, value }: CollectionParameter): boolean {
  return [name, value].some((text) => isReadInside(text, hoppscotchReader));
}

/** An environment with the ids that the requests hand on. */
export function hoppscotchEnvironment(
  collection: Collection,
  { id, name, baseUrl, apiKey }: CollectionEnvironment,
  prefix: string,
): object {
  return {
    v: 1,
    id: `${prefix}-${id}`,
    name: `${collection.title}: ${name}`,
    variables: [
      { key: 'base_url', value: baseUrl, secret: false },
      { key: 'api_key', value: apiKey, secret: false },
      ...collection.secrets.map((variable) => ({ key: variable, value: '', secret: false })),
      ...collection.ids.map(({ variable, example }) => ({ key: variable, value: example, secret: false })),
    ],
  };
}
