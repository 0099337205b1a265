import { stringify } from 'yaml';
import { unheadedNotes } from '../collection/body.ts';
import { chaiScript } from '../collection/chai-checks.ts';
import type { ChaiDialect } from '../collection/chai-checks.ts';
import type { Collection, CollectionFolder, CollectionRequest } from '../collection/collection.ts';
import type { CollectionEnvironment } from '../collection/environments.ts';
import { plainRequest } from '../collection/plain-request.ts';
import { encodedText } from '../collection/parameters.ts';
import type { CollectionParameter } from '../collection/parameters.ts';
import { filledText, inBraces, parametersIn, queryText, requestMarkdown } from '../collection/request-text.ts';
import { brunoBody, brunoContentType, brunoReader } from './bruno-body.ts';

/** @see https://docs.usebruno.com/testing/script/javascript-reference */
const dialect: ChaiDialect = {
  test: 'test',
  expect: 'expect',
  json: 'res.getBody()',
  isEmpty: `expect(res.getBody() || '').to.equal('')`,
  code: 'res.getStatus()',
  hasStatus: (status) => `expect(res.getStatus()).to.equal(${status})`,
  get: (variable) => `bru.getVar('${variable}')`,
  set: (variable, value) => `bru.setVar('${variable}', ${value})`,
};

/**
 * A collection as Bruno keeps it: a folder of OpenCollection files, by their paths in it.
 *
 * @see https://docs.usebruno.com/opencollection-yaml/structure-reference
 */
export function brunoFiles(
  collection: Collection,
  environments: readonly CollectionEnvironment[],
): Map<string, string> {
  const files = new Map([['opencollection.yml', yaml(rootOf(collection))]]);
  for (const environment of environments)
    files.set(`environments/${fileName(environment.name)}.yml`, yaml(environmentOf(environment)));
  collection.folders.forEach((folder, index) => {
    const path = fileName(folder.name);
    files.set(`${path}/folder.yml`, yaml(folderOf(folder, index + 1)));
    folder.requests.forEach((request, position) =>
      files.set(`${path}/${fileName(request.name)}.yml`, yaml(requestOf(request, position + 1))),
    );
  });
  return files;
}

const yaml = (value: object): string => stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });

/** What no system takes in the name of a file becomes a hyphen, and so does a dot that begins it. */
function fileName(name: string): string {
  return name.replace(/[<>:"/\\|?*\p{Cc}]|^\./gu, '-');
}

const markdown = (content: string) => ({ docs: { content, type: 'text/markdown' } });

function rootOf({ title, version, description, ids, secrets, hasBearer }: Collection): object {
  return {
    opencollection: '1.0.0',
    info: { name: title, version },
    request: {
      ...(hasBearer && { auth: { type: 'bearer', token: '{{api_key}}' } }),
      variables: [
        ...secrets.map((name) => ({ name, value: '' })),
        ...ids.map(({ variable, example }) => ({ name: variable, value: example })),
      ],
    },
    ...markdown(description),
    bundled: false,
  };
}

function environmentOf({ name, baseUrl, apiKey }: CollectionEnvironment): object {
  // Bruno keeps the value of a secret outside of its files.
  const key = apiKey === '' ? { secret: true, name: 'api_key' } : { name: 'api_key', value: apiKey };
  return { name, variables: [{ name: 'base_url', value: baseUrl }, key] };
}

function folderOf({ name, description }: CollectionFolder, seq: number): object {
  return { info: { name, type: 'folder', seq }, request: { auth: 'inherit' }, ...markdown(description) };
}

function requestOf(given: CollectionRequest, seq: number): object {
  const request = plainRequest(given, brunoReader);
  const { operation, name, body } = request;
  const path = operation.path.replace(/\{([^}]+)\}/g, ':$1');
  // Bruno sends the query that stands in the address, which it would encode once more.
  const query = queryText(parametersIn(request, 'query'), inBraces);
  const encode = query === '' ? plainSigns : encodeURIComponent;
  const contentType = brunoContentType(body);
  return {
    info: { name, type: 'http', seq },
    http: {
      method: operation.method.toUpperCase(),
      url: `{{base_url}}${path}${query}`,
      headers: [
        { name: 'Accept', value: 'application/json' },
        ...(contentType === undefined ? [] : [{ name: 'Content-Type', value: contentType }]),
        ...parametersIn(request, 'header').map((parameter) => parameterOf(parameter)),
      ],
      params: [
        ...parametersIn(request, 'query').map((parameter) => ({ ...parameterOf(parameter, encode), type: 'query' })),
        ...parametersIn(request, 'path').map((parameter) => ({ ...parameterOf(parameter, encode), type: 'path' })),
      ],
      ...(body && { body: brunoBody(body) }),
      auth: request.isBearer ? 'inherit' : 'none',
    },
    runtime: { scripts: [{ type: 'tests', code: chaiScript(dialect, request).join('\n') }] },
    settings: { encodeUrl: query === '', timeout: 0, followRedirects: false, maxRedirects: 0 },
    ...markdown(requestMarkdown(request, unheadedNotes(request.body))),
  };
}

function parameterOf(
  { name, value, description, isOptional }: CollectionParameter,
  encode: (text: string) => string = (text) => text,
): object {
  return {
    name: encode(name),
    value: filledText(encodedText(value, encode), inBraces),
    ...(description && { description }),
    ...(isOptional && { disabled: true }),
  };
}

/** Of two signs that begin a variable one is encoded; Bruno does the rest. */
function plainSigns(text: string): string {
  return text.replace(/\{(?=\{)/g, '%7B');
}
