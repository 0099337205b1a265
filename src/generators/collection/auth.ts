/** What a collection's requests say of who calls. */
import { bundleOperation } from '../../openapi/bundle/bundled-operation.ts';
import type { BundledSecurity } from '../../openapi/bundle/bundled-operation.ts';
import type { OpenApiDocument } from '../../openapi/document/openapi-document.ts';
import { UniqueNames } from '../../openapi/model/naming.ts';
import type { Operation } from '../../openapi/model/operations.ts';
import type { Secret, SecretText } from '../samples/request.ts';
import { authHeaders, authNotes } from '../samples/sample-security.ts';
import { secretVariables } from '../samples/secret-variables.ts';

/** Of one request. */
export interface RequestAuth {
  /** Whether it sends `api_key` as a bearer token, in each program's own way. */
  isBearer: boolean;
  /** What else it sends, with variables in the places of secrets. */
  sent: { name: string; in: 'header' | 'query' | 'cookie'; value: SecretText }[];
  /** The schemes that write where parameters may stand. */
  schemes: BundledSecurity[];
  notes: string[];
}

export interface CollectionAuth {
  /** The variables that hold secrets, beside `api_key`. */
  secrets: string[];
  of: (operation: Operation) => RequestAuth;
}

/** The first alternative of each operation, as samples have it. `api_key` is the bearer token where there is one, else the only secret. */
export function collectionAuth(document: OpenApiDocument, operations: readonly Operation[]): CollectionAuth {
  const schemesOf = (operation: Operation) => bundleOperation(document, operation).security[0] ?? [];
  const schemes = new Map(operations.flatMap(schemesOf).map((scheme) => [scheme.id, scheme]));
  const key = [...schemes.values()].find(isBearer) ?? [...schemes.values()].find(({ type }) => type !== 'mutualTLS');
  const samples = secretVariables(operations, 'api_key');
  const taken = new UniqueNames(['api_key', 'base_url']);
  const others = new Map(
    [...schemes.values()]
      .filter(({ id, type }) => id !== key?.id && type !== 'mutualTLS')
      .map((scheme) => [scheme.id, taken.take(samples(scheme).toLowerCase()).replaceAll('-', '_')]),
  );
  const secretOf = ({ id }: BundledSecurity): Secret => ({ variable: others.get(id) ?? 'api_key', kept: true });
  return { secrets: [...others.values()], of: (operation) => requestAuth(schemesOf(operation), key?.id, secretOf) };
}

function isBearer({ type, scheme = 'bearer' }: BundledSecurity): boolean {
  return type !== 'apiKey' && type !== 'mutualTLS' && scheme === 'bearer';
}

function requestAuth(
  schemes: BundledSecurity[],
  key: string | undefined,
  secretOf: (scheme: BundledSecurity) => Secret,
): RequestAuth {
  const token = schemes.find((scheme) => scheme.id === key && isBearer(scheme));
  const others = schemes.filter((scheme) => scheme !== token);
  return {
    isBearer: token !== undefined,
    sent: [
      ...authHeaders(others, secretOf).map(([name, value]) => ({ name, in: 'header' as const, value })),
      ...others.flatMap((scheme) => {
        const { type, in: place, name = '' } = scheme;
        if (type !== 'apiKey' || (place !== 'query' && place !== 'cookie')) return [];
        return [{ name, in: place, value: [secretOf(scheme)] }];
      }),
    ],
    schemes,
    notes: authNotes(others, secretOf),
  };
}
