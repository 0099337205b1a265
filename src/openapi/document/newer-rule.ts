import type { Oas3Rule } from '@redocly/openapi-core';
import { isRecord } from './refs.ts';
import type { Faults, Spot } from './faults.ts';

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

interface Context {
  specVersion: string;
  location: Spot & { child: (steps: string[]) => Spot };
}

/** Refuses what a 3.2 document has beyond 3.1, at its place. */
export function newerRule(faults: Faults): Oas3Rule {
  const refuse = (names: readonly string[]) => ({
    enter(node: unknown, { specVersion, location }: Context) {
      if (specVersion !== 'oas3_2' || !isRecord(node)) return;
      for (const name of names) {
        if (Object.hasOwn(node, name))
          faults.refuse(location.child([name]), `\`${name}\` is new in OpenAPI 3.2 and not supported yet`);
      }
    },
  });
  return () => ({
    ...Object.fromEntries(Object.entries(NEWER).map(([type, names]) => [type, refuse(names)])),
    Parameter(parameter, { location }) {
      if (isRecord(parameter) && (parameter.in as string) === 'querystring')
        faults.refuse(location.child(['in']), '`in: querystring` is new in OpenAPI 3.2 and not supported yet');
    },
  });
}
