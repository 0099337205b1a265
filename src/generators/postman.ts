import { STATUS_CODES } from 'node:http';
import type { OpenApiDocument } from '../openapi/document/openapi-document.ts';
import { examplesOf, parameterExample } from '../openapi/schema/example.ts';
import type { NamedExample } from '../openapi/model/media-type.ts';
import { listOperations } from '../openapi/model/operations.ts';
import type { Operation, Parameter, Response } from '../openapi/model/operations.ts';
import { chainedBody, chainedIds, pathIds } from './postman-chain.ts';
import type { ChainedId } from './postman-chain.ts';
import type {
  PostmanCollection,
  PostmanFolder,
  PostmanItem,
  PostmanKeyValue,
  PostmanRequest,
  PostmanResponse,
  PostmanUrl,
} from './postman-format.ts';
import { runnableOrder } from './postman-order.ts';
import { testScript } from './postman-tests.ts';

interface CollectionOptions {
  /** Where an operation is documented; the address is added to its description. */
  documentation?: (operation: Operation) => string;
}

/** What every request is written from. */
interface Context extends CollectionOptions {
  document: OpenApiDocument;
  operations: readonly Operation[];
  chained: ReadonlyMap<string, ChainedId>;
}

/**
 * The API as a Postman collection: a folder a tag, a request an operation, filled with the document's examples, its
 * responses saved beside it. Address and key come from the variables `base_url` and `api_key` of an environment; ids
 * are kept in variables, so that a run from top to bottom works on records of its own where it can create them.
 *
 * @see https://schema.postman.com/json/collection/v2.1.0/docs/index.html
 */
export function postmanCollection(document: OpenApiDocument, options: CollectionOptions = {}): PostmanCollection {
  const operations = listOperations(document);
  const context = { ...options, document, operations, chained: chainedIds(document, operations) };
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
      ...[...context.chained.values()].map(({ variable, example }) => variableOf(variable, example)),
    ],
    item: folders(context),
  };
}

function variableOf(key: string, value: string): PostmanCollection['variable'][number] {
  return { key, value, type: 'string' };
}

function folders(context: Context): PostmanFolder[] {
  const { document, operations, chained } = context;
  const byTag = Map.groupBy(operations, ({ tag }) => tag);
  const described = new Map((document.tags ?? []).map((tag) => [tag.name, tag]));
  const names = [...new Set([...described.keys(), ...byTag.keys()])].filter((name) => byTag.has(name));
  const tags = names.map((name) => [name, byTag.get(name) ?? []] as const);
  return runnableOrder(document, tags, chained).map(([name, items]) => {
    const tag = described.get(name);
    const title = tag?.['x-displayName'];
    return {
      name: typeof title === 'string' ? title : name,
      description: tag?.description ?? '',
      item: items.map((operation) => itemOf(context, operation)),
    };
  });
}

function itemOf(context: Context, operation: Operation): PostmanItem {
  const request = requestOf(context, operation);
  return {
    name: operation.summary,
    event: [{ listen: 'test', script: { type: 'text/javascript', exec: testScript(context, operation) } }],
    request,
    response: operation.responses.flatMap((response) => savedResponses(context.document, response, request)),
  };
}

function requestOf(context: Context, operation: Operation): PostmanRequest {
  const [body] = operation.requestBody?.content ?? [];
  const raw = chainedBody(context.document, operation, context.chained);
  const documented = context.documentation?.(operation);
  return {
    method: operation.method.toUpperCase(),
    description: [operation.description.trim(), documented && `[Reference](${documented})`]
      .filter(Boolean)
      .join('\n\n'),
    header: [
      { key: 'Accept', value: 'application/json' },
      ...(body ? [{ key: 'Content-Type', value: body.mediaType }] : []),
      ...valuesOf(context.document, operation, 'header'),
    ],
    url: urlOf(context, operation),
    ...(raw && { body: { mode: 'raw', raw, options: { raw: { language: 'json' } } } }),
  };
}

/** Postman writes a path parameter `:id`; its value is the variable that keeps the id, else the document's example. */
function urlOf({ document, chained }: Context, operation: Operation): PostmanUrl {
  const path = operation.path
    .split('/')
    .filter(Boolean)
    .map((part) => part.replace(/^\{(.+)\}$/, ':$1'));
  const query = valuesOf(document, operation, 'query').map((one) => ({
    ...one,
    key: queryText(one.key),
    value: queryText(one.value),
  }));
  const kept = new Map(
    pathIds(operation.path).flatMap(({ name, variable }) => (chained.has(variable) ? [[name, `{{${variable}}}`]] : [])),
  );
  const sent = query.filter(({ disabled }) => !disabled).map(({ key, value }) => `${key}=${value}`);
  return {
    raw: `{{base_url}}/${path.join('/')}${sent.length > 0 ? `?${sent.join('&')}` : ''}`,
    host: ['{{base_url}}'],
    path,
    query,
    variable: valuesOf(document, operation, 'path').map(({ key, value, description = '' }) => ({
      key,
      value: kept.get(key) ?? value,
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

/** Postman encodes what cannot stand in a query; what would be taken for a part of the query itself it leaves alone. */
function queryText(text: string): string {
  return text.replace(/[%&#+]/g, encodeURIComponent);
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
