import type { OpenApiDocument } from '../../openapi/document/openapi-document.ts';
import { parameterExample } from '../../openapi/schema/example.ts';
import type { Operation } from '../../openapi/model/operations.ts';
import { flatten } from '../../openapi/schema/flatten.ts';

/** An id that one request learns from its answer, kept in a variable of the collection for those that need it. */
export interface ChainedId {
  /** `contact_id` */
  variable: string;
  /** The document's example, until a request has learned another. */
  example: string;
  /** The operation that learns the id, from the record it creates or else from the first record it lists. */
  operationId: string;
  from: 'record' | 'list';
}

/**
 * The ids that path parameters ask for and another operation can tell. A creation wins over a list, so that a run
 * changes and deletes what it has made itself.
 */
export function chainedIds(document: OpenApiDocument, operations: readonly Operation[]): Map<string, ChainedId> {
  const chained = new Map<string, ChainedId>();
  for (const { path, parameters } of operations) {
    for (const { variable, name, collection } of pathIds(path)) {
      const supplier = supplierOf(document, operations, collection);
      const parameter = parameters.find((candidate) => candidate.in === 'path' && candidate.name === name);
      if (chained.has(variable) || !supplier || !parameter) continue;
      const example = String(parameterExample(document, parameter));
      // In a variable, too, programs look for variables.
      chained.set(variable, { variable, example: /\{[{%#]|<</.test(example) ? '' : example, ...supplier });
    }
  }
  return chained;
}

/** The ids in a path: `/contacts/{id}` asks for the `contact_id` of a record of `/contacts`. */
export function pathIds(path: string): { variable: string; name: string; collection: string }[] {
  return [...path.matchAll(/([^/{}]+)\/\{([^}]+)\}/g)].map(({ 1: resource = '', 2: name = '', index }) => ({
    // A name in each program, and in code.
    variable: (name === 'id' ? `${singular(resource)}_id` : name).replace(/\W/g, '_'),
    name,
    collection: path.slice(0, index) + resource,
  }));
}

function singular(noun: string): string {
  return noun.endsWith('ies') ? `${noun.slice(0, -3)}y` : noun.replace(/s$/, '');
}

function supplierOf(
  document: OpenApiDocument,
  operations: readonly Operation[],
  collection: string,
): Pick<ChainedId, 'operationId' | 'from'> | undefined {
  const at = operations.filter(({ path }) => path === collection);
  const creation = at.find(({ method }) => method === 'post');
  if (creation && answers(document, creation, 'id')) return { operationId: creation.operationId, from: 'record' };
  const list = at.find(({ method }) => method === 'get');
  return list && answers(document, list, 'data') ? { operationId: list.operationId, from: 'list' } : undefined;
}

function answers(document: OpenApiDocument, operation: Operation, property: string): boolean {
  const success = operation.responses.find(({ status }) => status.startsWith('2'));
  return property in (flatten(document, success?.content[0]?.schema).properties ?? {});
}
