import type { OpenApiDocument } from '../../src/openapi/document/openapi-document.ts';
import type { Addresses } from '../../src/openapi/model/address.ts';
import { addressesOf } from '../../src/openapi/model/address.ts';
import { listOperations, listWebhooks } from '../../src/openapi/model/operations.ts';
import type { Operation } from '../../src/openapi/model/operations.ts';
import { bundleOperation } from '../../src/openapi/bundle/bundled-operation.ts';

export interface Question {
  query: string;
  /** Any of these addresses must be among the first three. */
  places: string[];
}

/**
 * A question for every path, operationId, summary, parameter, property, header, error code, event and scope of a document.
 *
 * @param read The HTML of a page: the anchors of its fields are the places to be found.
 */
export function everyName(document: OpenApiDocument, read: (address: string) => string): Question[] {
  const operations = listOperations(document);
  const events = listWebhooks(document);
  const addresses = addressesOf(document);
  const resources = [...new Set(operations.map(({ tag }) => addresses.tag(tag)))];
  const fields = fieldsOf([...operations.map(addresses.operation), ...events.map(addresses.event), ...resources], read);
  const codes = operations.flatMap(({ responses }) =>
    responses.flatMap(({ extensions }) => extensions['x-error-codes'] ?? []),
  );
  const scopes = operations.flatMap(({ security }) => security.flatMap((needs) => Object.values(needs).flat()));
  const names = [...operations, ...events].flatMap((operation) => namesOf(document, operation));
  return [
    ...operations.flatMap((operation) => operationQuestions(operation, operations, addresses)),
    ...[...new Set(names)].map((query) => ({ query, places: fields.get(query) ?? [] })),
    ...operations.flatMap((operation) =>
      operation.parameters.map(({ name, in: place }) => ({
        query: `${name} ${operation.summary}`,
        places: [`${addresses.operation(operation)}#${place}-${name}`],
      })),
    ),
    ...[...new Set(codes as string[])].map((query) => ({ query, places: [`/errors/#${query}`] })),
    ...[...new Set(scopes)].map((query) => ({ query, places: [`/scopes/#${query}`] })),
    ...events.map((event) => ({ query: event.path, places: [addresses.event(event)] })),
  ];
}

function operationQuestions(operation: Operation, all: Operation[], addresses: Addresses): Question[] {
  const { method, path, operationId, summary } = operation;
  const places = [addresses.operation(operation)];
  const siblings = all.filter((other) => other.path === path).map(addresses.operation);
  return [
    ...[operationId, summary, `${method.toUpperCase()} ${path}`].map((query) => ({ query, places })),
    { query: path, places: siblings },
    { query: path.replace(/\{[^}]+\}/g, 'abc123'), places: siblings },
  ];
}

/** Every parameter, header and property that an operation's own page can show. */
function namesOf(document: OpenApiDocument, operation: Operation): string[] {
  const { parameters, body, responses, $defs } = bundleOperation(document, operation);
  const headers = Object.values(responses).flatMap(({ headers }) => headers.map(({ name }) => name));
  const bodies = [body?.content, responses, $defs];
  return [...parameters.map(({ name }) => name), ...headers, ...propertyNames(bodies)];
}

function propertyNames(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    if (['example', 'examples', 'default', 'enum', 'const', 'extensions'].includes(key)) return [];
    const inner = propertyNames(value);
    return key === 'properties' ? [...Object.keys(value as object), ...inner] : inner;
  });
}

/** Addresses of each named value, as the pages show them. */
function fieldsOf(addresses: string[], read: (address: string) => string): Map<string, string[]> {
  const fields = new Map<string, string[]>();
  for (const address of addresses) {
    const ids = read(address).matchAll(/<li id="([^"]+)"><p class="head"><code>([^<]+)<\/code>/g);
    for (const [, id = '', name = ''] of ids) fields.set(name, [...(fields.get(name) ?? []), `${address}#${id}`]);
  }
  return fields;
}
