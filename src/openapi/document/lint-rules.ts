import type { Oas3Rule } from '@redocly/openapi-core';
import { isRecord } from './refs.ts';

/**
 * Members that OpenAPI 3.2 added and whose loss would make a page wrong. Those that only annotate (a tag's `kind`,
 * a server's `name`) harm nobody when they are left out.
 * @see https://spec.openapis.org/oas/v3.2.0
 */
const NEWER: Record<string, readonly string[]> = {
  Root: ['$self'],
  PathItem: ['query', 'additionalOperations'],
  MediaType: ['itemSchema', 'prefixEncoding', 'itemEncoding'],
  Encoding: ['encoding', 'prefixEncoding', 'itemEncoding'],
  Example: ['dataValue', 'serializedValue'],
  Components: ['mediaTypes'],
};

/** Refuses what a 3.2 document has beyond 3.1, at its place. */
const onlyOpenApi31: Oas3Rule = () => {
  const refuse = (names: readonly string[]): Visit => ({
    enter(node, { report, location }) {
      for (const name of names) {
        if (Object.hasOwn(node, name))
          report({
            message: `\`${name}\` is new in OpenAPI 3.2 and not supported yet`,
            location: location.child(name),
          });
      }
    },
  });
  return {
    ...Object.fromEntries(Object.entries(NEWER).map(([type, names]) => [type, refuse(names)])),
    Parameter(node: object, { report, location }: Context) {
      if (isRecord(node) && node['in'] === 'querystring')
        report({
          message: '`in: querystring` is new in OpenAPI 3.2 and not supported yet',
          location: location.child('in'),
        });
    },
  };
};

/** Tells an operationId that another operation has: both get a page, the second one's address has a number. */
const uniqueOperationId: Oas3Rule = () => {
  const seen = new Set<string>();
  return {
    Operation(node: { operationId?: string }, { report, location }: Context) {
      const { operationId } = node;
      if (operationId === undefined) return;
      if (seen.has(operationId))
        report({
          message: `operationId "${operationId}" is taken by an operation before; this one gets a number after it`,
          location: location.child('operationId'),
        });
      seen.add(operationId);
    },
  };
};

interface Place {
  child: (name: string) => Place;
}
interface Context {
  report: (problem: { message: string; location: Place }) => void;
  location: Place;
}
interface Visit {
  enter: (node: object, context: Context) => void;
}

/** Rules of our own beside the linter's. */
export const documentRules = {
  id: 'document',
  rules: { oas3: { 'document/only-3.1': onlyOpenApi31, 'document/unique-operation-id': uniqueOperationId } },
};
