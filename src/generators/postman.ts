import { STATUS_PHRASES } from './status-phrases.ts';
import type { OpenApiDocument } from '../openapi/document/openapi-document.ts';
import { examplesOf, parameterExample } from '../openapi/schema/example.ts';
import type { NamedExample } from '../openapi/model/media-type.ts';
import type { Response } from '../openapi/model/operations.ts';
import { chaiScript } from './collection/chai-checks.ts';
import type { ChaiDialect } from './collection/chai-checks.ts';
import { contentTypeOf, unheadedNotes } from './collection/body.ts';
import { collectionOf } from './collection/collection.ts';
import type { CollectionOptions, CollectionRequest } from './collection/collection.ts';
import { statusCode } from './collection/expectation.ts';
import { plainRequest } from './collection/plain-request.ts';
import { asText, encodedText } from './collection/parameters.ts';
import type { CollectionParameter } from './collection/parameters.ts';
import { filledText, inBraces, requestMarkdown } from './collection/request-text.ts';
import { postmanBody } from './postman-body.ts';
import type {
  PostmanCollection,
  PostmanItem,
  PostmanKeyValue,
  PostmanRequest,
  PostmanResponse,
  PostmanUrl,
} from './postman-format.ts';

/**
 * The API as a Postman collection: a folder a tag, a request an operation, filled with the document's examples, its
 * responses saved beside it. Address and key come from the variables `base_url` and `api_key` of an environment; ids
 * are kept in variables, so that a run from top to bottom works on records of its own where it can create them.
 *
 * @see https://schema.postman.com/json/collection/v2.1.0/docs/index.html
 */
export function postmanCollection(document: OpenApiDocument, options: CollectionOptions = {}): PostmanCollection {
  const { title, description, version, baseUrl, ids, secrets, hasBearer, folders } = collectionOf(document, options);
  return {
    info: {
      name: title,
      description,
      version,
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    ...(hasBearer && { auth: { type: 'bearer', bearer: [{ key: 'token', value: '{{api_key}}', type: 'string' }] } }),
    variable: [
      variableOf('base_url', baseUrl),
      variableOf('api_key', ''),
      ...secrets.map((variable) => variableOf(variable, '')),
      ...ids.map(({ variable, example }) => variableOf(variable, example)),
    ],
    item: folders.map((folder) => ({
      name: folder.name,
      description: folder.description,
      item: folder.requests.map((request) => itemOf(document, request)),
    })),
  };
}

function variableOf(key: string, value: string): PostmanCollection['variable'][number] {
  return { key, value, type: 'string' };
}

/** @see https://learning.postman.com/docs/tests-and-scripts/write-scripts/test-scripts/ */
const dialect: ChaiDialect = {
  test: 'pm.test',
  expect: 'pm.expect',
  json: 'pm.response.json()',
  isEmpty: `pm.expect(pm.response.text()).to.equal('')`,
  code: 'pm.response.code',
  hasStatus: (status) => `pm.response.to.have.status(${status})`,
  get: (variable) => `pm.variables.get('${variable}')`,
  set: (variable, value) => `pm.collectionVariables.set('${variable}', ${value})`,
};

function itemOf(document: OpenApiDocument, given: CollectionRequest): PostmanItem {
  const collected = plainRequest(given, { reads: /\{\{/ });
  const request = requestOf(collected);
  return {
    name: collected.name,
    event: [{ listen: 'test', script: { type: 'text/javascript', exec: chaiScript(dialect, collected) } }],
    request,
    response: collected.operation.responses.flatMap((response) => savedResponses(document, response, request)),
  };
}

function requestOf(request: CollectionRequest): PostmanRequest {
  const { operation, body, isBearer } = request;
  const contentType = contentTypeOf(body);
  return {
    method: operation.method.toUpperCase(),
    description: requestMarkdown(request, unheadedNotes(request.body)),
    header: [
      { key: 'Accept', value: 'application/json' },
      ...(contentType === undefined ? [] : [{ key: 'Content-Type', value: contentType }]),
      ...valuesOf(request, 'header'),
    ],
    ...(!isBearer && { auth: { type: 'noauth' } }),
    url: urlOf(request),
    ...(body && { body: postmanBody(body) }),
  };
}

/** Postman writes a path parameter `:id`; its value is the variable that keeps the id, else the document's example. */
function urlOf(request: CollectionRequest): PostmanUrl {
  const path = request.operation.path
    .split('/')
    .filter(Boolean)
    .map((part) => part.replace(/^\{(.+)\}$/, ':$1'));
  const query = valuesOf(request, 'query', queryText);
  const sent = query.filter(({ disabled }) => !disabled).map(({ key, value }) => `${key}=${value}`);
  return {
    raw: `{{base_url}}/${path.join('/')}${sent.length > 0 ? `?${sent.join('&')}` : ''}`,
    host: ['{{base_url}}'],
    path,
    query,
    variable: request.parameters
      .filter((parameter) => parameter.in === 'path')
      .map(({ name, value, description }) => ({
        key: name,
        value: filledText(encodedText(value, encodeURIComponent), inBraces),
        description,
      })),
  };
}

/** The parameters of one place with their examples; optional ones are there to be ticked. */
function valuesOf(
  { parameters }: CollectionRequest,
  place: CollectionParameter['in'],
  encode: (text: string) => string = (text) => text,
): PostmanKeyValue[] {
  return parameters
    .filter((parameter) => parameter.in === place)
    .map(({ name, value, description, isOptional }) => ({
      key: encode(name),
      value: filledText(encodedText(value, encode), inBraces),
      description,
      ...(isOptional && { disabled: true }),
    }));
}

/** Postman encodes what cannot stand in a query; what would be taken for a part of the query itself it leaves alone. */
function queryText(text: string): string {
  return text.replace(/[%&#+]|\{(?=\{)/g, encodeURIComponent);
}

/** One saved response an example; one without body where there is none. */
function savedResponses(document: OpenApiDocument, response: Response, request: PostmanRequest): PostmanResponse[] {
  const code = statusCode(response.status);
  if (code === undefined) return [];
  const status = STATUS_PHRASES[code] ?? '';
  const [media] = response.content;
  const examples: (NamedExample | undefined)[] = media ? examplesOf(document, media, 'response') : [undefined];
  return examples.map((example) => ({
    name: [`${code} ${status}`, example?.summary || example?.name].filter(Boolean).join(': '),
    originalRequest: originalRequest(request),
    status,
    code,
    _postman_previewlanguage: media ? 'json' : 'text',
    header: [
      ...(media ? [{ key: 'Content-Type', value: media.mediaType }] : []),
      ...response.headers.map((header) => ({ key: header.name, value: asText(parameterExample(document, header)) })),
    ],
    body: example ? JSON.stringify(example.value, null, 2) : '',
  }));
}

/** What a saved response shows of its request: only what is sent, without the explanations. */
function originalRequest({ method, header, url, body }: PostmanRequest): PostmanResponse['originalRequest'] {
  const sent = (values: PostmanKeyValue[]) =>
    values.filter(({ disabled }) => !disabled).map(({ key, value }) => ({ key, value }));
  return {
    method,
    header: sent(header),
    url: { ...url, query: sent(url.query), variable: sent(url.variable) },
    ...(body && { body }),
  };
}
