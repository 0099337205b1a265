import type { Oas3Rule } from '@redocly/openapi-core';
import type { Faults, Spot } from './faults.ts';
import { isRecord } from './refs.ts';

/**
 * Members that OpenAPI 3.2 added.
 * @see https://spec.openapis.org/oas/v3.2.0
 */
const NEWER: Record<string, readonly string[]> = {
  Root: ['$self'],
  Server: ['name'],
  Tag: ['summary', 'parent', 'kind'],
  PathItem: ['query', 'additionalOperations'],
  MediaType: ['itemSchema', 'prefixEncoding', 'itemEncoding'],
  Encoding: ['encoding', 'prefixEncoding', 'itemEncoding'],
  Response: ['summary'],
  Example: ['dataValue', 'serializedValue'],
  Components: ['mediaTypes'],
  Discriminator: ['defaultMapping'],
  Xml: ['nodeType'],
  SecurityScheme: ['deprecated', 'oauth2MetadataUrl'],
  OAuth2Flows: ['deviceAuthorization'],
};
const NEWER_PLACE = 'querystring';
const NEWER_STYLE = 'cookie';

interface Context {
  specVersion: string;
  location: Spot & { child: (steps: string[]) => Spot };
}

/** What is told of them. @param version `3.1` */
export function newerKind(version: string): string {
  return `words of OpenAPI 3.2 in a document of ${version} are read as 3.2 means them`;
}

/** Tells, in one line, the words of OpenAPI 3.2 in a document of an older version: all are read as they are meant there. */
export function newerRule(faults: Faults): Oas3Rule {
  const tell = ({ specVersion, location }: Context, member: string, word = member): void => {
    if (specVersion === 'oas3_2') return;
    const own = specVersion === 'oas3_0' ? '3.0' : '3.1';
    faults.add(newerKind(own), location.child([member]), word);
  };
  const look = (names: readonly string[]) => (node: unknown, context: Context) => {
    if (isRecord(node)) for (const name of names) if (Object.hasOwn(node, name)) tell(context, name);
  };
  return () => ({
    ...Object.fromEntries(Object.entries(NEWER).map(([type, names]) => [type, look(names)])),
    Parameter(node: unknown, context: Context) {
      if (!isRecord(node)) return;
      if (node.in === NEWER_PLACE) tell(context, 'in', NEWER_PLACE);
      if (node.style === NEWER_STYLE) tell(context, 'style', NEWER_STYLE);
    },
  });
}
