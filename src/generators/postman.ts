import { STATUS_CODES } from 'node:http';
import type { OpenApiDocument } from '../openapi/document.ts';
import { examplesOf, parameterExample } from '../openapi/example.ts';
import type { MediaType, NamedExample } from '../openapi/media-type.ts';
import { listOperations } from '../openapi/operations.ts';
import type { Operation, Parameter, Response } from '../openapi/operations.ts';
import type {
  PostmanCollection,
  PostmanFolder,
  PostmanItem,
  PostmanKeyValue,
  PostmanRequest,
  PostmanResponse,
  PostmanUrl,
} from './postman-format.ts';

interface CollectionOptions {
  /** Where an operation is documented; the address is added to its description. */
  documentation?: (operation: Operation) => string;
}

/**
 * The API as a Postman collection: a folder a tag, a request an operation, filled with the document's examples, its
 * responses saved beside it. Address and key come from the variables `base_url` and `api_key` of an environment.
 *
 * @see https://schema.postman.com/json/collection/v2.1.0/docs/index.html
 */
export function postmanCollection(document: OpenApiDocument, options: CollectionOptions = {}): PostmanCollection {
  return {
    info: {
      name: document.info.title,
      description: document.info.description ?? '',
      version: document.info.version,
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    auth: { type: 'bearer', bearer: [{ key: 'token', value: '{{api_key}}', type: 'string' }] },
    variable: [
      { key: 'base_url', value: document.servers?.[0]?.url ?? '', type: 'string' },
      { key: 'api_key', value: '', type: 'string' },
    ],
    item: folders(document, options),
  };
}

function folders(document: OpenApiDocument, options: CollectionOptions): PostmanFolder[] {
  const byTag = Map.groupBy(listOperations(document), ({ tag }) => tag);
  const described = new Map((document.tags ?? []).map((tag) => [tag.name, tag]));
  const order = [...new Set([...described.keys(), ...byTag.keys()])];
  return order.flatMap((name) => {
    const operations = byTag.get(name);
    if (!operations) return [];
    const tag = described.get(name);
    const title = tag?.['x-displayName'];
    return {
      name: typeof title === 'string' ? title : name,
      description: tag?.description ?? '',
      item: operations.map((operation) => itemOf(document, operation, options)),
    };
  });
}

function itemOf(document: OpenApiDocument, operation: Operation, options: CollectionOptions): PostmanItem {
  const request = requestOf(document, operation, options);
  return {
    name: operation.summary,
    event: [{ listen: 'test', script: { type: 'text/javascript', exec: testScript(operation) } }],
    request,
    response: operation.responses.flatMap((response) => savedResponses(document, response, request)),
  };
}

function requestOf(document: OpenApiDocument, operation: Operation, options: CollectionOptions): PostmanRequest {
  const [body] = operation.requestBody?.content ?? [];
  const documented = options.documentation?.(operation);
  return {
    method: operation.method.toUpperCase(),
    description: [operation.description.trim(), documented && `[Reference](${documented})`]
      .filter(Boolean)
      .join('\n\n'),
    header: [
      { key: 'Accept', value: 'application/json' },
      ...(body ? [{ key: 'Content-Type', value: body.mediaType }] : []),
      ...valuesOf(document, operation, 'header'),
    ],
    url: urlOf(document, operation),
    ...(body && { body: { mode: 'raw', raw: bodyText(document, body), options: { raw: { language: 'json' } } } }),
  };
}

function bodyText(document: OpenApiDocument, body: MediaType): string {
  return JSON.stringify(examplesOf(document, body, 'request')[0]?.value ?? {}, null, 2);
}

/** Postman writes a path parameter `:id`. */
function urlOf(document: OpenApiDocument, operation: Operation): PostmanUrl {
  const path = operation.path
    .split('/')
    .filter(Boolean)
    .map((part) => part.replace(/^\{(.+)\}$/, ':$1'));
  const query = valuesOf(document, operation, 'query');
  const sent = query.filter(({ disabled }) => !disabled).map(({ key, value }) => `${key}=${value}`);
  return {
    raw: `{{base_url}}/${path.join('/')}${sent.length > 0 ? `?${sent.join('&')}` : ''}`,
    host: ['{{base_url}}'],
    path,
    query,
    variable: valuesOf(document, operation, 'path').map(({ key, value, description = '' }) => ({
      key,
      value,
      description,
    })),
  };
}

/** The parameters of one place with their examples; optional ones are there to be ticked. */
function valuesOf(document: OpenApiDocument, operation: Operation, place: Parameter['in']): PostmanKeyValue[] {
  return operation.parameters
    .filter((parameter) => parameter.in === place)
    .map((parameter) => ({
      key: parameter.name,
      value: asText(parameterExample(document, parameter)),
      description: parameter.description,
      ...(!parameter.required && { disabled: true }),
    }));
}

function asText(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** One saved response an example; one without body where there is none. */
function savedResponses(document: OpenApiDocument, response: Response, request: PostmanRequest): PostmanResponse[] {
  const code = Number(response.status);
  if (!Number.isInteger(code)) return [];
  const status = STATUS_CODES[code] ?? '';
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

/** Checks the documented success: its status, and that a body is JSON with the members every answer has. */
function testScript(operation: Operation): string[] {
  const success = operation.responses.find(({ status }) => status.startsWith('2'));
  if (!success) return [];
  const title = `${operation.summary}: ${success.status} ${STATUS_CODES[Number(success.status)] ?? ''}`.trim();
  return [
    `pm.test(${JSON.stringify(title)}, () => pm.response.to.have.status(${success.status}));`,
    success.content.length > 0
      ? `pm.test('The body is JSON', () => pm.expect(pm.response.json()).to.be.an('object'));`
      : `pm.test('There is no body', () => pm.expect(pm.response.text()).to.equal(''));`,
  ];
}
